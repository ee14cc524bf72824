/**
 * The serving form of a model: its encoders as ONNX graphs, written from the weights with the
 * arithmetic of {@code training.network}, in single precision or with 8-bit linear layers.
 */
package org.hyperlinker.training.export;
