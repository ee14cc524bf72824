package org.hyperlinker.formats.retrieval;

/**
 * A document or a query of a retrieval collection.
 *
 * @param id unique within its file
 * @param text what the encoder reads
 */
public record TextRecord(String id, String text) {}
