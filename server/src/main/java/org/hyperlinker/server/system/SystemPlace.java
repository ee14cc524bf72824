package org.hyperlinker.server.system;

import java.nio.file.Path;

/**
 * Where a system lies.
 *
 * @param name by which requests ask for it
 * @param model its model directory
 * @param index its index directory
 */
public record SystemPlace(String name, Path model, Path index) {}
