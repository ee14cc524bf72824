package org.hyperlinker.benchmarks.figures;

/**
 * Where the time of one mention goes, in milliseconds, medians over the mentions.
 *
 * @param threads of encoder and search
 * @param tokenise from text to token ids
 * @param encode the bare encoder: the item encoder on the same text without its tokenising
 * @param hyperHead what the query encoder takes beyond tokenising and the bare encoder; about 0 for
 *     a bi-encoder, which has no head, and below 0 within the noise
 * @param scan every row scored
 * @param topK from all scores to ten named concepts
 * @param walk the default graph walk, up to the rows found
 */
public record PartTimes(
    int threads,
    double tokenise,
    double encode,
    double hyperHead,
    double scan,
    double topK,
    double walk) {}
