package org.hyperlinker.model.tagging;

/**
 * What a tagger reads at once. The arrays are not copied.
 *
 * @param ids word pieces with the special tokens around them
 * @param marks a mark for each of them ({@link TagScheme})
 * @param words where in {@code ids} each word begins
 */
public record TaggerInput(int[] ids, int[] marks, int[] words) {}
