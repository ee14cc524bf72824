package org.hyperlinker.core.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable maps that keep the order of their source, which {@code Map.copyOf} does not. */
final class Attributes {

  private Attributes() {}

  static Map<String, String> copy(Map<String, String> attributes) {
    return attributes.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
