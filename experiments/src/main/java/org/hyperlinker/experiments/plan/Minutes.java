package org.hyperlinker.experiments.plan;

/**
 * What the steps of a system are thought to take on two cores, in minutes; 0 where nobody knows.
 *
 * @param train of the configuration's own number of steps
 * @param index of the whole ontology
 * @param rule of the whole training corpus
 * @param restricted of an evaluation by the restricted protocol
 * @param full of an evaluation by the full protocol
 * @param bench of speed and size
 */
public record Minutes(
    double train, double index, double rule, double restricted, double full, double bench) {}
