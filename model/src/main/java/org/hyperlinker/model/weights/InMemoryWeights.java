package org.hyperlinker.model.weights;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tensors in the heap. Closing does nothing. */
public final class InMemoryWeights implements Weights {

  private final SortedMap<String, Tensor> tensors;
  private final SortedSet<String> names;

  /** The tensors of a map, which is copied; the tensors are not. */
  public InMemoryWeights(Map<String, Tensor> tensors) {
    this.tensors = new TreeMap<>(tensors);
    this.names = Collections.unmodifiableSortedSet(new TreeSet<>(tensors.keySet()));
  }

  @Override
  public SortedSet<String> names() {
    return names;
  }

  @Override
  public long[] shape(String name) {
    return require(name).shape().clone();
  }

  @Override
  public float[] floats(String name) {
    return require(name).values().clone();
  }

  @Override
  public void close() {}

  private Tensor require(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor named '" + name + "'");
    }
    return tensor;
  }
}
