package org.hyperlinker.evaluation.protocol;

/**
 * What became of the mentions of a corpus.
 *
 * @param mentions all of the corpus file
 * @param noConcept without a gold concept ({@code -1})
 * @param composite with several gold concepts; left out of every accuracy
 * @param single with one gold concept
 * @param asked single-concept mentions that the protocol asks: all of them, or under {@link
 *     Protocol#RESTRICTED} the first of each triple
 * @param inOntology of {@code asked}, those whose concept is in the index
 * @param compositeHits of {@code composite}, those with a gold concept among the answers, which are
 *     the best concept of each part, or of the whole where it was not split; 0 under {@link
 *     Protocol#RESTRICTED}, which does not ask them
 * @param compositeWhole of those, the ones whose answers are the gold concepts and no others; a
 *     part without a concept ({@code -1}) is not among them
 * @param candidates how many concepts were ranked
 */
public record Coverage(
    int mentions,
    int noConcept,
    int composite,
    int single,
    int asked,
    int inOntology,
    int compositeHits,
    int compositeWhole,
    int candidates) {}
