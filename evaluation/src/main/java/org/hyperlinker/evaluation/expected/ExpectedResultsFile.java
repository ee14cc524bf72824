package org.hyperlinker.evaluation.expected;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.hyperlinker.formats.FormatException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads expected results from YAML:
 *
 * <pre>{@code
 * command: hyperlinker evaluate --model ... --json runs/demo/evaluation.json
 * results: ../../runs/demo/evaluation.json
 * provenance:
 *   corpus_sha256: 4c0f...
 * expect:
 *   - metric: /results/0/Accuracy@1
 *     value: 0.7614
 *     tolerance: 0.01
 * }</pre>
 *
 * <p>A relative {@code results} lies beside the YAML file. Unknown keys are faults.
 */
public final class ExpectedResultsFile {

  private static final Set<String> KEYS = Set.of("command", "results", "provenance", "expect");
  private static final Set<String> FIGURE = Set.of("metric", "value", "tolerance");

  private final Path file;

  private ExpectedResultsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws FormatException naming file and key, if something is missing, unknown or of the wrong
   *     kind
   */
  public static ExpectedResults read(Path file) throws IOException {
    return new ExpectedResultsFile(file).read();
  }

  private ExpectedResults read() throws IOException {
    Map<?, ?> root = mapping("the file", parsed());
    requireKnown(root, KEYS);
    SequencedMap<String, String> provenance = new LinkedHashMap<>();
    if (root.get("provenance") != null) {
      for (Map.Entry<?, ?> entry : mapping("provenance", root.get("provenance")).entrySet()) {
        provenance.put(entry.getKey().toString(), String.valueOf(entry.getValue()));
      }
    }
    if (!(root.get("expect") instanceof List<?> list) || list.isEmpty()) {
      throw fault("'expect' holds no figure", "a list of metric, value and tolerance");
    }
    List<ExpectedFigure> figures = new ArrayList<>();
    for (Object element : list) {
      Map<?, ?> figure = mapping("expect", element);
      requireKnown(figure, FIGURE);
      try {
        figures.add(
            new ExpectedFigure(
                text(figure, "metric"), number(figure, "value"), number(figure, "tolerance")));
      } catch (IllegalArgumentException e) {
        throw fault("not an expected figure", e.getMessage());
      }
    }
    return new ExpectedResults(
        text(root, "command"),
        file.toAbsolutePath().getParent().resolve(text(root, "results")).normalize(),
        provenance,
        figures);
  }

  private Object parsed() throws IOException {
    try {
      return new Load(LoadSettings.builder().setLabel(file.toString()).build())
          .loadFromString(Files.readString(file));
    } catch (YamlEngineException e) {
      throw new FormatException(file, 0, "this is not YAML", "YAML", e.getMessage(), e);
    }
  }

  private Map<?, ?> mapping(String name, Object value) throws FormatException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw fault("'" + name + "' is of the wrong kind", "a mapping");
  }

  private String text(Map<?, ?> map, String key) throws FormatException {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw fault("'" + key + "' is missing or of the wrong kind", "a text");
  }

  private double number(Map<?, ?> map, String key) throws FormatException {
    if (map.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw fault("'" + key + "' is missing or of the wrong kind", "a number");
  }

  private void requireKnown(Map<?, ?> map, Set<String> known) throws FormatException {
    for (Object key : map.keySet()) {
      if (!known.contains(key.toString())) {
        throw fault("unknown key '" + key + "'", "one of " + known.stream().sorted().toList());
      }
    }
  }

  private FormatException fault(String problem, String expected) {
    return new FormatException(file, 0, problem, expected, "something else");
  }
}
