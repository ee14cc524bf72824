package org.hyperlinker.model.weights;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A selection of other weights under other names. Closing it closes the others. */
public final class RenamedWeights implements Weights {

  private final Weights weights;
  private final SortedMap<String, String> originals = new TreeMap<>();
  private final SortedSet<String> names;

  /**
   * A view of other weights.
   *
   * @param renaming gives each tensor its new name, or nothing where it does not belong to the view
   * @throws IllegalArgumentException if two tensors get one name
   */
  public RenamedWeights(Weights weights, Function<String, Optional<String>> renaming) {
    this.weights = weights;
    for (String original : weights.names()) {
      Optional<String> name = renaming.apply(original);
      if (name.isPresent()) {
        String other = originals.put(name.get(), original);
        if (other != null) {
          throw new IllegalArgumentException(
              "tensors '" + other + "' and '" + original + "' are both '" + name.get() + "'");
        }
      }
    }
    this.names = Collections.unmodifiableSortedSet(new TreeSet<>(originals.keySet()));
  }

  @Override
  public SortedSet<String> names() {
    return names;
  }

  @Override
  public long[] shape(String name) {
    return weights.shape(original(name));
  }

  @Override
  public float[] floats(String name) {
    return weights.floats(original(name));
  }

  @Override
  public void close() {
    weights.close();
  }

  private String original(String name) {
    String original = originals.get(name);
    if (original == null) {
      throw new IllegalArgumentException("no tensor named '" + name + "'");
    }
    return original;
  }
}
