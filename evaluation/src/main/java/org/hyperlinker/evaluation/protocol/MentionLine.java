package org.hyperlinker.evaluation.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.json.JsonObject;

/** A line of the file of answers. */
final class MentionLine {

  private MentionLine() {}

  static ObjectNode of(MentionResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("document", result.documentId());
    ArrayNode spans = node.putArray("spans");
    for (Span span : result.mention().spans()) {
      spans.addArray().add(span.start()).add(span.end());
    }
    node.put("text", result.mention().text());
    node.put("type", result.mention().type());
    node.put("standing", result.standing().officialName());
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

  static MentionResult read(JsonObject line) throws FormatException {
    List<ConceptId> gold = line.texts("gold").stream().map(ConceptId::new).toList();
    List<OptionalInt> ranks = line.optionalIntegers("gold_ranks");
    if (ranks.size() != gold.size()) {
      throw line.fault(
          "gold and gold_ranks differ in length", gold.size() + " ranks", ranks.size() + " ranks");
    }
    Map<ConceptId, Integer> known = new HashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      if (ranks.get(i).isPresent()) {
        known.put(gold.get(i), ranks.get(i).getAsInt());
      }
    }
    Mention mention =
        new Mention("", spans(line), line.text("text"), line.text("type", ""), gold, Map.of());
    return new MentionResult(
        line.id("document"),
        mention,
        new RankedCandidates(candidates(line), known),
        parts(line),
        standing(line, mention, known));
  }

  private static List<Span> spans(JsonObject line) throws FormatException {
    List<Span> spans = new ArrayList<>();
    for (List<Integer> ends : line.integerLists("spans")) {
      if (ends.size() != 2) {
        throw line.fault("broken span", "[start, end]", ends.toString());
      }
      spans.add(new Span(ends.getFirst(), ends.getLast()));
    }
    if (spans.isEmpty()) {
      throw line.fault("field 'spans' is empty", "a span at least", "none");
    }
    return spans;
  }

  private static List<Link.Part> parts(JsonObject line) throws FormatException {
    List<Link.Part> parts = new ArrayList<>();
    for (JsonObject part : line.optionalObjects("parts")) {
      parts.add(new Link.Part(part.text("text"), candidates(part)));
    }
    return parts;
  }

  private static List<Candidate> candidates(JsonObject line) throws FormatException {
    List<Candidate> candidates = new ArrayList<>();
    for (JsonObject candidate : line.objects("candidates")) {
      double score =
          candidate
              .number("score")
              .orElseThrow(() -> line.fault("candidate without score", "a score", "none"));
      candidates.add(
          new Candidate(
              new ConceptId(candidate.text("concept")),
              candidate.text("name"),
              candidate.text("matched"),
              (float) score));
    }
    return candidates;
  }

  private static Standing standing(JsonObject line, Mention mention, Map<ConceptId, Integer> ranks)
      throws FormatException {
    String written = line.text("standing", "");
    if (written.isEmpty()) {
      if (mention.composite()) {
        return Standing.COMPOSITE;
      }
      if (!mention.single()) {
        return Standing.NO_CONCEPT;
      }
      return ranks.isEmpty() ? Standing.OUTSIDE : Standing.LINKABLE;
    }
    for (Standing standing : Standing.values()) {
      if (standing.officialName().equals(written)) {
        return standing;
      }
    }
    throw line.fault(
        "unknown standing", "linkable, outside, no_concept or composite", "'" + written + "'");
  }
}
