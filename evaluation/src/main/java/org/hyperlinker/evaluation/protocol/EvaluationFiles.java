package org.hyperlinker.evaluation.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.evaluation.metrics.RankSummary;

/** Writes evaluations as JSON; files appear whole or not at all. */
public final class EvaluationFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EvaluationFiles() {}

  /**
   * Writes a report as one JSON object. A figure over no mentions is {@code null}.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void writeReport(Path file, EvaluationReport report) throws IOException {
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report(report)) + "\n";
    AtomicFiles.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes one JSON object a line for each mention: {@code document}, {@code spans}, {@code text},
   * {@code type}, {@code gold}, {@code gold_ranks} (null where a gold concept is no candidate), and
   * {@code candidates} with concept, names and score; a coordination also has {@code parts}, each
   * with {@code text} and {@code candidates}.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void writeMentions(Path file, List<MentionResult> mentions) throws IOException {
    AtomicFiles.write(
        file,
        stream -> {
          for (MentionResult mention : mentions) {
            stream.write(
                (JSON.writeValueAsString(mention(mention)) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
          }
        });
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
    ArrayNode slices = root.putArray("results");
    for (Slice slice : report.slices()) {
      ObjectNode node = slices.addObject();
      node.put("group", slice.group()).put("value", slice.value());
      figures(node, slice.summary());
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

  private static void figures(ObjectNode node, RankSummary summary) {
    node.put("mentions", summary.mentions());
    summary.accuracy().forEach((k, value) -> figure(node, "Accuracy@" + k, value));
    figure(node, "MRR", summary.mrr());
    figure(node, "MRR@" + summary.cut(), summary.mrrCut());
  }

  private static void figure(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }

  private static ObjectNode mention(MentionResult result) {
    ObjectNode node = JSON.createObjectNode();
    node.put("document", result.documentId());
    ArrayNode spans = node.putArray("spans");
    for (Span span : result.mention().spans()) {
      spans.addArray().add(span.start()).add(span.end());
    }
    node.put("text", result.mention().text());
    node.put("type", result.mention().type());
    ArrayNode gold = node.putArray("gold");
    ArrayNode ranks = node.putArray("gold_ranks");
    for (ConceptId concept : result.mention().concepts()) {
      gold.add(concept.value());
      OptionalInt rank = result.answer().rank(concept);
      if (rank.isPresent()) {
        ranks.add(rank.getAsInt());
      } else {
        ranks.addNull();
      }
    }
    candidates(node, result.answer().top());
    if (!result.parts().isEmpty()) {
      ArrayNode parts = node.putArray("parts");
      for (Link.Part part : result.parts()) {
        candidates(parts.addObject().put("text", part.text()), part.candidates());
      }
    }
    return node;
  }

  private static void candidates(ObjectNode node, List<Candidate> best) {
    ArrayNode candidates = node.putArray("candidates");
    for (Candidate candidate : best) {
      candidates
          .addObject()
          .put("concept", candidate.concept().value())
          .put("name", candidate.preferredName())
          .put("matched", candidate.matchedName())
          .put("score", candidate.score());
    }
  }
}
