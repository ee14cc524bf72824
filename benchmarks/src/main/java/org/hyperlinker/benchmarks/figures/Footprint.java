package org.hyperlinker.benchmarks.figures;

/**
 * What a model and its index take. Memory is that of the whole process once the searches have run.
 *
 * @param indexBytes on disk
 * @param openModelMillis until the model can encode, in a process that has encoded before
 * @param openIndexMillis until the index can be searched, its files in the system's cache; the
 *     median of several
 * @param heapBytes reachable objects, after a garbage collection
 * @param privateBytes resident memory of no file (RssAnon): heap, libraries' own, workspaces; 0
 *     where the system does not say
 * @param mappedBytes resident pages of mapped files (RssFile), which the system takes back when it
 *     needs them; 0 where the system does not say
 */
public record Footprint(
    long indexBytes,
    double openModelMillis,
    double openIndexMillis,
    long heapBytes,
    long privateBytes,
    long mappedBytes) {}
