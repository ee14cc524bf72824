package org.hyperlinker.training.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Nested settings with some of them replaced.
 *
 * @param settings sections within sections
 */
record ChangedSettings(Map<String, Object> settings) {

  /** A copy with new values at their places; a section that is not there yet is made. */
  Map<String, Object> with(Map<String, Object> changes) {
    Map<String, Object> changed = copy(settings);
    changes.forEach(
        (place, value) -> {
          Map<String, Object> section = changed;
          int from = 0;
          for (int dot = place.indexOf('.'); dot >= 0; dot = place.indexOf('.', from)) {
            section = section(section, place.substring(from, dot));
            from = dot + 1;
          }
          section.put(place.substring(from), value);
        });
    return changed;
  }

  private static Map<String, Object> section(Map<String, Object> parent, String key) {
    Map<String, Object> section = copy(parent.get(key));
    parent.put(key, section);
    return section;
  }

  private static Map<String, Object> copy(Object section) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (section instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(key.toString(), value));
    }
    return copy;
  }
}
