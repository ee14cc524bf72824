package org.hyperlinker.benchmarks.figures;

/**
 * Where figures come from.
 *
 * @param date when the run began, in UTC
 * @param version of the code
 * @param commandLine as it was typed
 * @param seed of everything random
 * @param machine where it ran
 */
public record Provenance(
    String date, String version, String commandLine, long seed, Machine machine) {}
