package org.hyperlinker.evaluation.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.evaluation.metrics.RankSummary;
import org.hyperlinker.evaluation.statistics.ClusterBootstrap;
import org.hyperlinker.evaluation.statistics.Interval;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;
import org.hyperlinker.formats.json.JsonFiles;

/** Evaluations as JSON files, which appear whole or not at all. */
public final class EvaluationFiles {

  /** In a report: the digest of the file of its answers, if one was written. */
  public static final String MENTIONS_DIGEST = "mentions_sha256";

  private static final ObjectMapper JSON = new ObjectMapper();

  private EvaluationFiles() {}

  /**
   * Writes a report as one JSON object. A figure over no mentions is {@code null}.
   *
   * @param mentions the file of the same evaluation's answers, whose digest the report keeps
   * @throws IOException naming the file, if it cannot be written
   */
  public static void writeReport(Path file, EvaluationReport report, Optional<Path> mentions)
      throws IOException {
    ObjectNode root = report(report);
    if (mentions.isPresent()) {
      root.put(MENTIONS_DIGEST, Sha256.of(mentions.get()));
    }
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    Compressed.write(file, writer -> writer.write(json));
  }

  /**
   * Writes one JSON object a line for each mention: {@code document}, {@code spans} in UTF-16
   * units, {@code text}, {@code type}, {@code gold}, {@code standing} ({@code linkable}, {@code
   * outside}, {@code no_concept} or {@code composite}), {@code gold_ranks} (null where a gold
   * concept is no candidate), and {@code candidates} with concept, names and score; a coordination
   * also has {@code parts}, each with {@code text} and {@code candidates}.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void writeMentions(Path file, List<MentionResult> mentions) throws IOException {
    Compressed.write(
        file,
        writer -> {
          for (MentionResult mention : mentions) {
            writer.write(JSON.writeValueAsString(MentionLine.of(mention)) + "\n");
          }
        });
  }

  /**
   * Reads what {@link #writeMentions} wrote. Files without {@code standing} are read as if every
   * gold concept without a rank were missing from the index.
   *
   * @throws org.hyperlinker.formats.FormatException with file and line, if it is something else
   */
  public static List<MentionResult> readMentions(Path file) throws IOException {
    List<MentionResult> mentions = new ArrayList<>();
    JsonFiles.lines(
        file,
        new Ledger.Builder(file.toString()),
        object -> mentions.add(MentionLine.read(object)));
    return mentions;
  }

  private static ObjectNode report(EvaluationReport report) {
    ObjectNode root = JSON.createObjectNode();
    EvaluationSettings settings = report.settings();
    root.put("protocol", settings.protocol().officialName());
    ObjectNode chosen = root.putObject("settings");
    settings.cutoffs().forEach(chosen.putArray("cutoffs")::add);
    chosen.put("mrr_cut", settings.mrrCut());
    chosen.put("top_k", settings.topK());
    chosen.put("batch", settings.batch());
    Coverage coverage = report.coverage();
    root.putObject("coverage")
        .put("mentions", coverage.mentions())
        .put("no_concept", coverage.noConcept())
        .put("composite", coverage.composite())
        .put("single", coverage.single())
        .put("asked", coverage.asked())
        .put("in_ontology", coverage.inOntology())
        .put("composite_hits", coverage.compositeHits())
        .put("composite_whole", coverage.compositeWhole())
        .put("candidates", coverage.candidates());
    root.putObject("intervals")
        .put("level", Interval.LEVEL)
        .put("method", "BCa bootstrap over documents")
        .put("resamples", ClusterBootstrap.DEFAULTS.resamples())
        .put("seed", ClusterBootstrap.DEFAULTS.seed());
    ArrayNode slices = root.putArray("results");
    for (Slice slice : report.slices()) {
      ObjectNode node = slices.addObject();
      node.put("group", slice.group()).put("value", slice.value());
      figures(node, slice);
    }
    Timings timings = report.timings();
    root.putObject("timings")
        .put("queries", timings.queries())
        .put("encode_seconds", timings.encodeSeconds())
        .put("search_seconds", timings.searchSeconds())
        .put("mentions_per_second", timings.mentionsPerSecond());
    report.provenance().forEach(root.putObject("provenance")::put);
    return root;
  }

  private static void figures(ObjectNode node, Slice slice) {
    RankSummary summary = slice.summary();
    node.put("mentions", summary.mentions());
    summary.accuracy().forEach((k, value) -> figure(node, "Accuracy@" + k, value));
    figure(node, "MRR", summary.mrr());
    figure(node, "MRR@" + summary.cut(), summary.mrrCut());
    ObjectNode intervals = node.putObject("intervals");
    slice
        .intervals()
        .forEach(
            (name, interval) -> {
              if (interval.bounded()) {
                intervals.putArray(name).add(interval.low()).add(interval.high());
              } else {
                intervals.putNull(name);
              }
            });
  }

  private static void figure(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }
}
