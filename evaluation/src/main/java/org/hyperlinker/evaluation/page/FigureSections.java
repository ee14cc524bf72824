package org.hyperlinker.evaluation.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.evaluation.page.Findings.Finding;
import org.hyperlinker.evaluation.page.Section.Cell;
import org.hyperlinker.evaluation.page.Section.Figure;
import org.hyperlinker.evaluation.page.Section.Row;
import org.hyperlinker.evaluation.page.Section.Table;

/** What evaluations say: the figures, their breakdowns and what they cost. */
final class FigureSections {

  private static final String MAIN = "Accuracy@1";
  private static final double MILLIS = 1000;

  private FigureSections() {}

  /** The main figures, a table for each protocol. */
  static Optional<Section> figures(List<Finding> evaluations) {
    List<Table> tables = new ArrayList<>();
    byProtocol(evaluations)
        .forEach(
            (protocol, findings) -> {
              List<String> names = names(findings);
              List<Cell> header = new ArrayList<>(List.of(Cell.words("System")));
              header.add(Cell.number("Mentions"));
              names.forEach(name -> header.add(Cell.number(name)));
              List<Row> rows = new ArrayList<>();
              for (Finding finding : findings) {
                JsonNode main = finding.json().path("results").path(0);
                List<Cell> cells = new ArrayList<>(List.of(Cell.words(finding.name())));
                cells.add(Cell.number(Numbers.count(main.path("mentions"))));
                names.forEach(name -> cells.add(figure(main, name)));
                rows.add(new Row(cells));
              }
              JsonNode coverage = findings.getFirst().json().path("coverage");
              tables.add(
                  new Table(
                      "Protocol "
                          + protocol
                          + ", mentions whose concept is in the index; "
                          + Numbers.count(coverage.path("candidates"))
                          + " candidates",
                      header,
                      rows));
            });
    return section(
        "figures",
        "Figures",
        "The share of mentions whose concept comes first (Accuracy@1) or among the first k, and the"
            + " mean reciprocal rank. Below each figure its 95\u00a0% interval, by bootstrap over"
            + " documents.",
        List.of(),
        tables);
  }

  /** Accuracy@1 by type, by seen and unseen. */
  static Optional<Section> slices(List<Finding> evaluations) {
    List<Table> tables = new ArrayList<>();
    byProtocol(evaluations)
        .forEach(
            (protocol, findings) -> {
              List<Cell> header =
                  new ArrayList<>(List.of(Cell.words("Part"), Cell.number("Mentions")));
              findings.forEach(finding -> header.add(Cell.number(finding.name())));
              List<Row> rows = new ArrayList<>();
              for (JsonNode slice : parts(findings)) {
                List<Cell> cells =
                    new ArrayList<>(
                        List.of(
                            Cell.words(
                                slice.path("value").asText(), slice.path("group").asText())));
                List<JsonNode> same = findings.stream().map(f -> same(f, slice)).toList();
                cells.add(Cell.number(counts(same)));
                same.forEach(one -> cells.add(figure(one, MAIN)));
                rows.add(new Row(cells));
              }
              if (!rows.isEmpty()) {
                tables.add(new Table("Accuracy@1, protocol " + protocol, header, rows));
              }
            });
    return section(
        "parts",
        "By type, seen and unseen",
        "Seen: the training corpus has the concept, or the very words with the concept. What is"
            + " unseen shows how far a system generalises.",
        List.of(),
        tables);
  }

  /** Accuracy@1 against the time of a query. */
  static Optional<Section> cost(List<Finding> evaluations) {
    List<Figure> figures = new ArrayList<>();
    byProtocol(evaluations)
        .forEach(
            (protocol, findings) -> {
              List<Plot.Series> series = new ArrayList<>();
              for (Finding finding : findings) {
                JsonNode timings = finding.json().path("timings");
                JsonNode main = finding.json().path("results").path(0);
                double queries = timings.path("queries").asDouble();
                if (queries > 0 && main.path(MAIN).isNumber()) {
                  double millis =
                      MILLIS
                          * (timings.path("encode_seconds").asDouble()
                              + timings.path("search_seconds").asDouble())
                          / queries;
                  JsonNode ends = main.path("intervals").path(MAIN);
                  series.add(
                      new Plot.Series(
                          finding.name(),
                          false,
                          true,
                          List.of(
                              SeriesSections.point(millis, main.path(MAIN).asDouble(), ends, 0))));
                }
              }
              if (!series.isEmpty()) {
                figures.add(
                    Figure.of(
                        new Plot(
                            "milliseconds a query, encoding and search",
                            MAIN,
                            Plot.Scale.LOGARITHMIC,
                            false,
                            series),
                        "Protocol " + protocol + ". Up and to the left is better."));
              }
            });
    return section(
        "cost",
        "Quality against cost",
        "What each system takes for a query on the machine of its evaluation, in batches; whiskers"
            + " are 95\u00a0% intervals.",
        figures,
        List.of());
  }

  /** What was measured with what. */
  static Optional<Section> provenance(List<Finding> evaluations) {
    List<Row> rows = new ArrayList<>();
    for (Finding finding : evaluations) {
      JsonNode provenance = finding.json().path("provenance");
      rows.add(
          Row.of(
              Cell.words(finding.name()),
              Cell.words(
                  provenance.path("corpus").asText(),
                  shortened(provenance.path("corpus_sha256").asText())),
              Cell.words(shortened(provenance.path("model_fingerprint").asText())),
              Cell.words(shortened(provenance.path("knowledge_base_sha256").asText())),
              Cell.words(provenance.path("search").asText())));
    }
    List<Table> tables =
        rows.isEmpty()
            ? List.of()
            : List.of(
                new Table(
                    "First twelve digits of each digest",
                    List.of(
                        Cell.words("System"),
                        Cell.words("Corpus"),
                        Cell.words("Model"),
                        Cell.words("Knowledge base"),
                        Cell.words("Search")),
                    rows));
    return section("provenance", "Provenance", "What the figures were made of.", List.of(), tables);
  }

  static Optional<Section> section(
      String id, String title, String lead, List<Figure> figures, List<Table> tables) {
    return figures.isEmpty() && tables.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section(id, title, lead, figures, tables));
  }

  private static Map<String, List<Finding>> byProtocol(List<Finding> evaluations) {
    Map<String, List<Finding>> protocols = new LinkedHashMap<>();
    for (Finding finding : evaluations) {
      protocols
          .computeIfAbsent(finding.json().path("protocol").asText(), key -> new ArrayList<>())
          .add(finding);
    }
    return protocols;
  }

  /** The figures that an evaluation has, those of the first one first and MRR last. */
  private static List<String> names(List<Finding> findings) {
    Set<String> names = new LinkedHashSet<>();
    for (Finding finding : findings) {
      for (Map.Entry<String, JsonNode> field :
          finding.json().path("results").path(0).properties()) {
        if (field.getKey().startsWith("Accuracy@")) {
          names.add(field.getKey());
        }
      }
    }
    names.add("MRR");
    return List.copyOf(names);
  }

  /** The parts that an evaluation has, each once; not all need have all. */
  private static List<JsonNode> parts(List<Finding> findings) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (JsonNode slice : finding.json().path("results")) {
        String group = slice.path("group").asText();
        if (!group.equals("mentions")) {
          parts.putIfAbsent(group + "/" + slice.path("value").asText(), slice);
        }
      }
    }
    return List.copyOf(parts.values());
  }

  /** How many mentions a part has; several numbers where indexes cover different ones. */
  private static String counts(List<JsonNode> slices) {
    return slices.stream()
        .map(slice -> slice.path("mentions"))
        .filter(JsonNode::isNumber)
        .map(Numbers::count)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Cell figure(JsonNode slice, String name) {
    return Cell.number(
        Numbers.figure(slice.path(name)), Numbers.ends(slice.path("intervals").path(name), 0));
  }

  private static JsonNode same(Finding finding, JsonNode slice) {
    for (JsonNode other : finding.json().path("results")) {
      if (other.path("group").equals(slice.path("group"))
          && other.path("value").equals(slice.path("value"))) {
        return other;
      }
    }
    return slice.path("none");
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }
}
