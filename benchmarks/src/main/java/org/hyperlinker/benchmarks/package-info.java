/** The bench: kernels, pipeline and growth measured in one run. */
package org.hyperlinker.benchmarks;
