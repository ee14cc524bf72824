package org.hyperlinker.evaluation.comparison;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.evaluation.statistics.Interval;

/** Writes comparisons as JSON. */
public final class ComparisonFiles {

  /** What {@code kind} says in the file. */
  public static final String KIND = "comparison";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ComparisonFiles() {}

  /**
   * Writes one JSON object: {@code kind}, {@code mentions}, {@code documents}, how it was compared,
   * {@code systems} with their figures as {@code [estimate, low, high]}, and {@code pairs}. Ends
   * that do not exist are null.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, Comparison comparison) throws IOException {
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(comparison)) + "\n";
    AtomicFiles.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** What {@link #write} writes, to stand in other files. */
  public static ObjectNode json(Comparison comparison) {
    ObjectNode root = JSON.createObjectNode();
    root.put("kind", KIND);
    root.put("mentions", comparison.mentions()).put("documents", comparison.documents());
    root.put("level", Interval.LEVEL);
    root.put("resamples", comparison.settings().bootstrap().resamples());
    root.put("exchanges", comparison.settings().test().exchanges());
    root.put("seed", comparison.settings().bootstrap().seed());
    var systems = root.putArray("systems");
    comparison
        .figures()
        .forEach(
            (name, figures) -> {
              ObjectNode system = systems.addObject().put("name", name);
              figures.forEach((figure, interval) -> put(system, figure, interval));
            });
    var pairs = root.putArray("pairs");
    for (SystemPair pair : comparison.pairs()) {
      ObjectNode node =
          pairs
              .addObject()
              .put("first", pair.first())
              .put("second", pair.second())
              .put("wins", pair.wins())
              .put("losses", pair.losses())
              .put("mcnemar_p", pair.mcNemar())
              .put("mcnemar_p_holm", pair.mcNemarCorrected());
      ObjectNode differences = node.putObject("differences");
      pair.differences()
          .forEach(
              (figure, difference) -> {
                ObjectNode one = differences.putObject(figure);
                put(one, "difference", difference.interval());
                one.put("p", difference.p()).put("p_holm", difference.corrected());
              });
    }
    return root;
  }

  private static void put(ObjectNode node, String name, Interval interval) {
    var values = node.putArray(name).add(interval.estimate());
    if (interval.bounded()) {
      values.add(interval.low()).add(interval.high());
    } else {
      values.addNull().addNull();
    }
  }
}
