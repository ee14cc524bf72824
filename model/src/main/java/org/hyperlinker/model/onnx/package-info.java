/** Models served by ONNX Runtime from the graphs that an export wrote into their directories. */
package org.hyperlinker.model.onnx;
