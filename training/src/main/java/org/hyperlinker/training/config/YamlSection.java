package org.hyperlinker.training.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * One mapping of the file. A key becomes known by being asked for; {@link #finish} then rejects the
 * others. What each key came to, defaults included, is kept for the provenance. A null value counts
 * as not given, except where {@link #isNull} is asked.
 */
final class YamlSection {

  private final YamlFile file;
  private final String path;
  private final YamlKeys given;
  private final TreeSet<String> known = new TreeSet<>();
  private final Map<String, Object> settings = new LinkedHashMap<>();

  YamlSection(YamlFile file, String path, YamlKeys given) {
    this.file = file;
    this.path = path;
    this.given = given;
  }

  /** What builds a record out of values already read. */
  @FunctionalInterface
  interface Building<T> {
    T build() throws ConfigException;
  }

  /**
   * Builds a record, and gives its complaint the line of the key that it names. Records of other
   * packages name their keys only within the message.
   */
  <T> T build(Building<T> building) throws ConfigException {
    try {
      return building.build();
    } catch (InvalidSetting e) {
      throw error(e.key(), e.getMessage());
    } catch (IllegalArgumentException e) {
      throw file.error(given.lineOfFirstNamed(e.getMessage()), e.getMessage());
    }
  }

  boolean has(String key) {
    known.add(key);
    return given.contains(key) && !given.get(key).isNull();
  }

  /** Whether null was written out. */
  boolean isNull(String key) {
    known.add(key);
    return given.contains(key) && given.get(key).isNull();
  }

  Optional<String> optionalString(String key) throws ConfigException {
    return Optional.ofNullable(string(key, null));
  }

  String string(String key, String fallback) throws ConfigException {
    return keep(key, has(key) ? given.get(key).text("a text") : fallback);
  }

  String requireString(String key) throws ConfigException {
    require(key);
    return string(key, null);
  }

  Optional<Path> optionalPath(String key) throws ConfigException {
    String text = string(key, null);
    try {
      return Optional.ofNullable(text).map(Path::of);
    } catch (InvalidPathException e) {
      throw error(key, "'" + key + "': expected a path, found '" + text + "'");
    }
  }

  Path requirePath(String key) throws ConfigException {
    require(key);
    return optionalPath(key).orElseThrow();
  }

  boolean bool(String key, boolean fallback) throws ConfigException {
    return keep(key, has(key) ? given.get(key).bool() : fallback);
  }

  int integer(String key, int fallback) throws ConfigException {
    return keep(key, has(key) ? given.get(key).integer() : fallback);
  }

  OptionalInt optionalInt(String key) throws ConfigException {
    if (has(key)) {
      return OptionalInt.of(integer(key, 0));
    }
    settings.put(key, null);
    return OptionalInt.empty();
  }

  long whole(String key, long fallback) throws ConfigException {
    return keep(key, has(key) ? given.get(key).whole() : fallback);
  }

  OptionalLong optionalLong(String key) throws ConfigException {
    if (has(key)) {
      return OptionalLong.of(whole(key, 0));
    }
    settings.put(key, null);
    return OptionalLong.empty();
  }

  double number(String key, double fallback) throws ConfigException {
    return keep(key, has(key) ? given.get(key).number() : fallback);
  }

  OptionalDouble optionalDouble(String key) throws ConfigException {
    if (has(key)) {
      return OptionalDouble.of(number(key, 0));
    }
    settings.put(key, null);
    return OptionalDouble.empty();
  }

  <E extends Enum<E>> E choice(String key, E fallback) throws ConfigException {
    E value = has(key) ? given.get(key).choice(fallback.getDeclaringClass()) : fallback;
    settings.put(key, YamlValue.word(value));
    return value;
  }

  <E extends Enum<E>> Optional<E> optionalChoice(String key, Class<E> type) throws ConfigException {
    if (has(key)) {
      E value = given.get(key).choice(type);
      settings.put(key, YamlValue.word(value));
      return Optional.of(value);
    }
    settings.put(key, null);
    return Optional.empty();
  }

  /** The words of a list, or of one word that stands alone; empty if not given. */
  List<YamlValue> words(String key) throws ConfigException {
    List<YamlValue> words = new ArrayList<>();
    if (has(key)) {
      YamlValue value = given.get(key);
      if (value.plain() instanceof String) {
        words.add(value);
      } else {
        words.addAll(value.elements("a word or a list of words"));
      }
    }
    List<String> texts = new ArrayList<>();
    for (YamlValue word : words) {
      texts.add(word.text("a word"));
    }
    settings.put(key, texts);
    return words;
  }

  List<Integer> requireIntegers(String key) throws ConfigException {
    require(key);
    List<Integer> values = new ArrayList<>();
    for (YamlValue element : given.get(key).elements("a list of whole numbers")) {
      values.add(element.integer());
    }
    return keep(key, List.copyOf(values));
  }

  /** The mapping under a key; an empty one if it is not given. */
  YamlSection section(String key) throws ConfigException {
    YamlSection section =
        has(key)
            ? given.get(key).section(path(key), given.line(key))
            : new YamlSection(file, path(key), new YamlKeys(given.line(key)));
    settings.put(key, section.settings());
    return section;
  }

  /**
   * The mappings of a list, or one mapping that stands alone; an empty one for an element that is
   * null. An empty or missing list counts as {@code missing} empty mappings.
   */
  List<YamlSection> sections(String key, int missing) throws ConfigException {
    List<YamlSection> sections = new ArrayList<>();
    if (has(key)) {
      YamlValue value = given.get(key);
      List<YamlValue> elements =
          value.node() instanceof MappingNode
              ? List.of(value)
              : value.elements("a list of mappings");
      for (YamlValue element : elements) {
        String name = path(key) + "[" + sections.size() + "]";
        sections.add(
            element.isNull()
                ? new YamlSection(file, name, new YamlKeys(element.line()))
                : element.section(name, element.line()));
      }
    }
    if (sections.isEmpty()) {
      for (int i = 0; i < missing; i++) {
        sections.add(
            new YamlSection(file, path(key) + "[" + i + "]", new YamlKeys(given.line(key))));
      }
    }
    settings.put(key, sections.stream().map(YamlSection::settings).toList());
    return sections;
  }

  /** A value of any type as it is written, for the keys that are answered without being used. */
  Object written(String key) throws ConfigException {
    Object value = has(key) ? given.get(key).plain() : null;
    if (given.contains(key)) {
      settings.put(key, value);
    }
    return value;
  }

  /** Replaces what a key came to, where another key decides it. */
  void settle(String key, Object value) {
    settings.put(key, value);
  }

  /** Notes that a key has no effect. */
  void remark(String key, String reason) {
    file.remark(given.line(key), "'" + key + "' has no effect: " + reason);
  }

  /** Leaves a key out of the settings, because others decide; notes it if it was given. */
  void disregard(String key, String reason) {
    settings.remove(key);
    if (has(key)) {
      remark(key, reason);
    }
  }

  /** An error in the line of a key, or of the section where the key is not given. */
  ConfigException error(String key, String problem) {
    return file.error(given.line(key), problem);
  }

  /** Whether no key is given. */
  boolean isEmpty() {
    return given.names().isEmpty();
  }

  /** Rejects the keys that nobody asked for. */
  void finish() throws ConfigException {
    for (String key : given.names()) {
      if (!known.contains(key)) {
        throw unknown(key);
      }
    }
  }

  /** What each key came to, in the order of reading; a live view. */
  Map<String, Object> settings() {
    return Collections.unmodifiableMap(settings);
  }

  private ConfigException unknown(String key) {
    String mend =
        NearestKey.of(key, known)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("; known here: " + String.join(", ", known));
    String where = path.isEmpty() ? "" : " in '" + path + "'";
    return error(key, "unknown key '" + key + "'" + where + mend);
  }

  private void require(String key) throws ConfigException {
    if (has(key)) {
      return;
    }
    for (String other : given.names()) {
      if (!known.contains(other) && NearestKey.of(other, List.of(key)).isPresent()) {
        throw unknown(other);
      }
    }
    throw error(key, "'" + path(key) + "' is missing");
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private <T> T keep(String key, T value) {
    settings.put(key, value);
    return value;
  }
}
