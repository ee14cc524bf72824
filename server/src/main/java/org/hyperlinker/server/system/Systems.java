package org.hyperlinker.server.system;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.hyperlinker.server.problem.Problem;

/** The systems of a server by their names; the first is the one meant by default. */
public final class Systems implements AutoCloseable {

  private final SequencedMap<String, SystemSlot> slots = new LinkedHashMap<>();

  /**
   * Opens systems, at least one.
   *
   * @throws IOException if one cannot be opened; then none is left open
   * @throws IllegalArgumentException if two have one name
   */
  public Systems(List<SystemPlace> places, SystemOpener opener) throws IOException {
    try {
      for (SystemPlace place : places) {
        if (slots.containsKey(place.name())) {
          throw new IllegalArgumentException("two systems are called '" + place.name() + "'");
        }
        slots.put(place.name(), new SystemSlot(place, opener));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** All of them, the default first. */
  public Collection<SystemSlot> all() {
    return slots.values();
  }

  /**
   * The one of this name, or the default.
   *
   * @throws Problem naming those that there are
   */
  public SystemSlot named(Optional<String> name) {
    if (name.isEmpty()) {
      return slots.firstEntry().getValue();
    }
    SystemSlot slot = slots.get(name.get());
    if (slot == null) {
      throw new Problem(
          Problem.Kind.NOT_FOUND,
          "no system is called '" + name.get() + "'; there are " + slots.keySet());
    }
    return slot;
  }

  @Override
  public void close() {
    slots.values().forEach(SystemSlot::close);
  }
}
