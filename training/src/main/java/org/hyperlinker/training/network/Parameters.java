package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.model.weights.Tensor;

/**
 * The named tensors of a network. A name may be an alias of another (a shared encoder has both
 * official prefixes for one set of tensors). Not safe for concurrent changes.
 */
public final class Parameters implements AutoCloseable {

  private final NDManager manager;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private final Set<String> frozen = new LinkedHashSet<>();

  /** No parameters yet; what is added lives and dies with a manager of its own below this one. */
  public Parameters(NDManager parent) {
    this.manager = parent.newSubManager();
  }

  /** Adds a tensor. */
  public void add(String name, Tensor tensor) {
    add(name, manager.create(tensor.values(), new Shape(tensor.shape())));
  }

  private void add(String name, NDArray array) {
    if (arrays.putIfAbsent(name, array) != null) {
      throw new IllegalArgumentException("parameter '" + name + "' is there twice");
    }
  }

  /** Keeps a parameter as it is in training. */
  public void freeze(String name) {
    get(name);
    frozen.add(name);
  }

  /** Whether training leaves this parameter alone. */
  public boolean isFrozen(String name) {
    return frozen.contains(name);
  }

  /**
   * The parameter with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public NDArray get(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("the model has no tensor '" + name + "'");
    }
    return array;
  }

  /** All names in the order of adding. */
  public Set<String> names() {
    return Collections.unmodifiableSet(arrays.keySet());
  }

  /** The number of values over all parameters. */
  public long count() {
    return arrays.values().stream().mapToLong(NDArray::size).sum();
  }

  /** Starts recording gradients for all parameters that are not frozen. */
  public void requireGradients() {
    arrays.forEach((name, array) -> array.setRequiresGradient(!frozen.contains(name)));
  }

  /** Sets all gradients to zero. */
  public void zeroGradients() {
    for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
      if (!frozen.contains(entry.getKey())) {
        try (NDArray gradient = entry.getValue().getGradient()) {
          gradient.subi(gradient);
        }
      }
    }
  }

  /** A zero array beside each parameter, for an optimizer's moments. */
  public NDArray zerosLike(String name) {
    return manager.zeros(get(name).getShape(), DataType.FLOAT32);
  }

  /** A copy of every parameter's numbers. */
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    arrays.forEach((name, array) -> tensors.put(name, tensor(array)));
    return tensors;
  }

  /** A copy of an array's numbers. */
  public static Tensor tensor(NDArray array) {
    return new Tensor(array.getShape().getShape().clone(), array.toFloatArray());
  }

  /** Overwrites a parameter's numbers; the shape must be the same. */
  public void set(String name, Tensor tensor) {
    NDArray array = get(name);
    Shape shape = new Shape(tensor.shape());
    if (!array.getShape().equals(shape)) {
      throw new IllegalArgumentException(
          "tensor '" + name + "' has shape " + shape + ", expected " + array.getShape());
    }
    try (NDArray source = manager.create(tensor.values(), shape)) {
      source.copyTo(array);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
