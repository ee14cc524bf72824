package org.hyperlinker.experiments.step;

import java.nio.file.Path;

/**
 * A model that is there, or will be when its training is done.
 *
 * @param key of the step that makes it, or the fingerprint of a model at hand
 * @param directory where it lies
 */
public record ModelPlace(String key, Path directory) {}
