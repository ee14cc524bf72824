package org.hyperlinker.evaluation.expected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Results held against what was expected of them.
 *
 * @param lines one for each digest and figure
 */
public record Reproduction(List<Line> lines) {

  /**
   * One thing that was expected.
   *
   * @param what the key or metric
   * @param expected as written
   * @param found as written; {@code nothing} where the results lack it
   * @param met whether it is as expected
   */
  public record Line(String what, String expected, String found, boolean met) {}

  /** Copies the lines. */
  public Reproduction {
    lines = List.copyOf(lines);
  }

  /** What is not as expected. */
  public List<Line> missed() {
    return lines.stream().filter(line -> !line.met()).toList();
  }

  /**
   * Holds results against expectations.
   *
   * @param results the JSON file of the results
   * @throws IOException naming the file and the command that makes it, if it is not there
   */
  public static Reproduction of(ExpectedResults expected, Path results) throws IOException {
    if (!Files.exists(results)) {
      throw new IOException(
          results + ": there are no results yet; make them with: " + expected.command());
    }
    JsonNode json = new ObjectMapper().readTree(results.toFile());
    List<Line> lines = new ArrayList<>();
    expected
        .provenance()
        .forEach(
            (key, digest) -> {
              String found = json.path("provenance").path(key).asText("nothing");
              lines.add(new Line("provenance " + key, digest, found, found.equals(digest)));
            });
    for (ExpectedFigure figure : expected.figures()) {
      JsonNode found = json.at(figure.metric());
      boolean met =
          found.isNumber()
              // Decimal fractions such as 0.75 + 0.01 are not exact.
              && Math.abs(found.asDouble() - figure.value()) <= figure.tolerance() + 1e-12;
      lines.add(
          new Line(
              figure.metric(),
              String.format(Locale.ROOT, "%s \u00b1 %s", figure.value(), figure.tolerance()),
              found.isNumber() ? found.asText() : "nothing",
              met));
    }
    return new Reproduction(lines);
  }
}
