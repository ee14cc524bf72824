package org.hyperlinker.training.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One value of the file with the name of its key, read as the type that the key asks for. Words are
 * taken as written: {@code eval_strategy: no} is the word "no", as the official programs mean it.
 */
record YamlValue(YamlFile file, String name, Node node) {

  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  int line() {
    return YamlFile.line(node);
  }

  ConfigException error(String problem) {
    return file.error(line(), problem);
  }

  private ConfigException wrongType(String expected) {
    return error("'" + name + "': expected " + expected + ", found " + shown());
  }

  /** How an error shows the value. */
  String shown() {
    return switch (node) {
      case ScalarNode scalar when isNull() -> "null";
      case ScalarNode scalar -> "'" + scalar.getValue() + "'";
      case SequenceNode _ -> "a list";
      case MappingNode _ -> "a mapping";
      default -> "something else";
    };
  }

  boolean isNull() {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && switch (scalar.getValue()) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  /** The text of a scalar; interpolations of OmegaConf are refused, not taken literally. */
  String text(String expected) throws ConfigException {
    if (!(node instanceof ScalarNode scalar) || isNull()) {
      throw wrongType(expected);
    }
    if (scalar.getValue().contains("${")) {
      throw error("'" + name + "': '${...}' is not resolved here; write the value itself");
    }
    return scalar.getValue();
  }

  boolean bool() throws ConfigException {
    return switch (text("true or false").toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw wrongType("true or false");
    };
  }

  long whole() throws ConfigException {
    String text = text("a whole number");
    try {
      if (WHOLE.matcher(text).matches()) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException e) {
      throw wrongType("a whole number of at most 63 bits");
    }
    throw wrongType("a whole number");
  }

  int integer() throws ConfigException {
    long value = whole();
    if (value != (int) value) {
      throw wrongType("a whole number of at most 31 bits");
    }
    return (int) value;
  }

  double number() throws ConfigException {
    String text = text("a number");
    if (!NUMBER.matcher(text).matches()) {
      throw wrongType("a number");
    }
    return Double.parseDouble(text);
  }

  <E extends Enum<E>> E choice(Class<E> type) throws ConfigException {
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(word(constant));
    }
    String text = text("one of " + String.join(", ", words));
    int at = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (at < 0) {
      throw wrongType("one of " + String.join(", ", words));
    }
    return type.getEnumConstants()[at];
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The elements of a list. */
  List<YamlValue> elements(String expected) throws ConfigException {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrongType(expected);
    }
    List<YamlValue> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      elements.add(new YamlValue(file, name, element));
    }
    return elements;
  }

  YamlSection section(String path, int line) throws ConfigException {
    if (!(node instanceof MappingNode mapping)) {
      throw wrongType("a mapping");
    }
    return new YamlSection(file, path, new YamlKeys(file, mapping, line));
  }

  /** The value as plain maps, lists and texts. */
  Object plain() throws ConfigException {
    if (node.isRecursive()) {
      throw error("'" + name + "': expected a value, found an alias of itself");
    }
    return switch (node) {
      case ScalarNode scalar -> isNull() ? null : scalar.getValue();
      case SequenceNode sequence -> {
        List<Object> values = new ArrayList<>();
        for (Node element : sequence.getValue()) {
          values.add(new YamlValue(file, name, element).plain());
        }
        yield values;
      }
      case MappingNode mapping -> {
        Map<String, Object> values = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
          String key = new YamlValue(file, name, entry.getKeyNode()).text("a key");
          values.put(key, new YamlValue(file, name, entry.getValueNode()).plain());
        }
        yield values;
      }
      default -> throw wrongType("a value");
    };
  }
}
