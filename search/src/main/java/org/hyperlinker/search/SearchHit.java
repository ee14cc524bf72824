package org.hyperlinker.search;

/**
 * A row that was found.
 *
 * @param row its number in the searched rows
 * @param score comparable only within one query, may be negative
 */
public record SearchHit(int row, float score) {}
