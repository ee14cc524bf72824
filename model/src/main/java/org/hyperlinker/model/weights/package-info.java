/** The tensors of a model: safetensors files, whole or sharded, and tensors in memory. */
package org.hyperlinker.model.weights;
