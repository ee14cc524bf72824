package org.hyperlinker.training.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The keys that one mapping of the file gives, each with its value and its line. */
final class YamlKeys {

  private final int line;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /** No keys, in place of a mapping that is not given. */
  YamlKeys(int line) {
    this.line = line;
  }

  YamlKeys(YamlFile file, MappingNode node, int line) throws ConfigException {
    this(line);
    for (NodeTuple entry : node.getValue()) {
      YamlValue keyNode = new YamlValue(file, "key", entry.getKeyNode());
      String key = keyNode.text("the name of a setting");
      if (values.putIfAbsent(key, new YamlValue(file, key, entry.getValueNode())) != null) {
        throw keyNode.error("'" + key + "' is given twice; line " + lines.get(key) + " has it too");
      }
      lines.put(key, keyNode.line());
    }
  }

  Set<String> names() {
    return values.keySet();
  }

  boolean contains(String key) {
    return values.containsKey(key);
  }

  YamlValue get(String key) {
    return values.get(key);
  }

  /** The line of a key, where dots lead into sub-sections; of what encloses it if not given. */
  int line(String key) {
    int dot = key.indexOf('.');
    String first = dot < 0 ? key : key.substring(0, dot);
    int at = lines.getOrDefault(first, line);
    if (dot < 0 || !contains(first) || !(get(first).node() instanceof MappingNode inner)) {
      return at;
    }
    try {
      return new YamlKeys(get(first).file(), inner, at).line(key.substring(dot + 1));
    } catch (ConfigException e) {
      return at;
    }
  }

  /** The line of the first key that a message names; of the mapping if it names none. */
  int lineOfFirstNamed(String message) {
    return names().stream().filter(message::contains).findFirst().map(lines::get).orElse(line);
  }
}
