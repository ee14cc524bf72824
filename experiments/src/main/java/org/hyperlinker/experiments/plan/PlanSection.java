package org.hyperlinker.experiments.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.hyperlinker.formats.FormatException;

/**
 * A mapping of a plan, with checked access. Keys that nobody asked for are faults ({@link
 * #finish}). A section may fall back to another for what it does not say.
 */
final class PlanSection {

  private final Path file;
  private final String where;
  private final Map<?, ?> values;
  private final Set<String> asked = new TreeSet<>();

  PlanSection(Path file, String where, Object value) throws FormatException {
    this.file = file;
    this.where = where;
    if (!(value instanceof Map<?, ?> map)) {
      throw fault("'" + where + "' is of the wrong kind", "a mapping", String.valueOf(value));
    }
    this.values = map;
  }

  boolean has(String key) {
    asked.add(key);
    return values.get(key) != null;
  }

  String text(String key) throws FormatException {
    return optionalText(key).orElseThrow(() -> missing(key, "a text"));
  }

  Optional<String> optionalText(String key) throws FormatException {
    return has(key) ? Optional.of(String.valueOf(values.get(key))) : Optional.empty();
  }

  OptionalDouble number(String key) throws FormatException {
    if (!has(key)) {
      return OptionalDouble.empty();
    }
    if (values.get(key) instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    throw wrong(key, "a number");
  }

  /** A number without fraction; {@code 5.0} is none. */
  OptionalInt wholeNumber(String key) throws FormatException {
    if (!has(key)) {
      return OptionalInt.empty();
    }
    if (values.get(key) instanceof Integer number) {
      return OptionalInt.of(number);
    }
    throw wrong(key, "a whole number");
  }

  boolean flag(String key, boolean fallback) throws FormatException {
    if (!has(key)) {
      return fallback;
    }
    if (values.get(key) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, "true or false");
  }

  /** One of an enum's values, written in lower case. */
  <E extends Enum<E>> E choice(String key, Class<E> kind, E fallback) throws FormatException {
    if (!has(key)) {
      return fallback;
    }
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(String.valueOf(values.get(key)))) {
        return constant;
      }
    }
    List<String> known =
        List.of(kind.getEnumConstants()).stream()
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    throw wrong(key, "one of " + known);
  }

  /** A section that must be there. */
  PlanSection section(String key) throws FormatException {
    if (!has(key)) {
      throw missing(key, "a mapping");
    }
    return new PlanSection(file, path(key), values.get(key));
  }

  /** A section, empty where there is none. */
  PlanSection optionalSection(String key) throws FormatException {
    return new PlanSection(file, path(key), has(key) ? values.get(key) : Map.of());
  }

  /** The mappings of a list; empty where there is none. */
  List<PlanSection> sections(String key) throws FormatException {
    List<PlanSection> sections = new ArrayList<>();
    for (Object element : list(key)) {
      sections.add(new PlanSection(file, path(key) + "[" + sections.size() + "]", element));
    }
    return sections;
  }

  List<Long> wholeNumbers(String key) throws FormatException {
    List<Long> numbers = new ArrayList<>();
    for (Object element : list(key)) {
      if (!(element instanceof Integer) && !(element instanceof Long)) {
        throw wrong(key, "a list of whole numbers");
      }
      numbers.add(((Number) element).longValue());
    }
    return numbers;
  }

  /** All that the section holds, whatever its keys. */
  SequencedMap<String, Object> all() {
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    values.forEach((key, value) -> all.put(key.toString(), value));
    asked.addAll(all.keySet());
    return all;
  }

  private List<?> list(String key) throws FormatException {
    if (!has(key)) {
      return List.of();
    }
    if (values.get(key) instanceof List<?> list) {
      return list;
    }
    throw wrong(key, "a list");
  }

  /**
   * Ends the reading.
   *
   * @throws FormatException naming a key that nobody asked for
   */
  void finish() throws FormatException {
    for (Object key : values.keySet()) {
      if (!asked.contains(key.toString())) {
        throw fault("unknown key '" + path(key.toString()) + "'", "one of " + asked, "it");
      }
    }
  }

  FormatException fault(String problem, String expected, String found) {
    return new FormatException(file, 0, problem, expected, found);
  }

  private FormatException missing(String key, String expected) {
    return fault("'" + path(key) + "' is missing", expected, "nothing");
  }

  private FormatException wrong(String key, String expected) {
    return fault(
        "'" + path(key) + "' is of the wrong kind", expected, String.valueOf(values.get(key)));
  }

  private String path(String key) {
    return where.isEmpty() ? key : where + "." + key;
  }
}
