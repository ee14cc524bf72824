package org.hyperlinker.formats.ontology;

import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.json.JsonObject;

/** Turns a record's refusal of its values into a fault of the file they came from. */
final class Faults {

  private Faults() {}

  /** What builds a record. */
  @FunctionalInterface
  interface Building<T> {
    T build() throws FormatException;
  }

  static <T> T of(JsonObject object, Building<T> building) throws FormatException {
    try {
      return building.build();
    } catch (IllegalArgumentException e) {
      throw object.fault("unusable concept", "a valid concept", e.getMessage());
    }
  }
}
