/** Clocks, memory and machine: what all parts of the bench measure with. */
package org.hyperlinker.benchmarks.measure;
