package org.hyperlinker.experiments.plan;

import org.hyperlinker.search.index.RowKind;

/**
 * What an index holds.
 *
 * @param rows what a row stands for
 * @param permuted whether mechanical inversions of names get rows too
 * @param memory whether the training corpus's mentions get rows too
 */
public record IndexChoice(RowKind rows, boolean permuted, boolean memory) {}
