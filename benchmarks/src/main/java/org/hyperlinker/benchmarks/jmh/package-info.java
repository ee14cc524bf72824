/** Microbenchmarks of the kernels, which JMH runs; see the module's pom for the command. */
package org.hyperlinker.benchmarks.jmh;
