/** The scoring kernels over synthetic rows, beside the limits of the machine. */
package org.hyperlinker.benchmarks.kernel;
