package org.hyperlinker.model.weights;

/**
 * What a file's header says of a tensor.
 *
 * @param name unique in the file
 * @param dtype the number format as safetensors names it, such as {@code F32}
 * @param shape the length of each axis; not copied, nobody may change it
 */
public record TensorInfo(String name, String dtype, long[] shape) {}
