package org.hyperlinker.benchmarks.figures;

/**
 * Where a run took place.
 *
 * @param cpu the processor's name
 * @param processors how many the JVM may use
 * @param memoryBytes of the machine; 0 where the system does not say
 * @param system operating system and architecture
 * @param jvm name and version
 * @param heapBytes the most that the heap may grow to
 * @param kernels what scores, with the vectors' width
 */
public record Machine(
    String cpu,
    int processors,
    long memoryBytes,
    String system,
    String jvm,
    long heapBytes,
    String kernels) {}
