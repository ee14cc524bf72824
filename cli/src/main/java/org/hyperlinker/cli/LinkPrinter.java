package org.hyperlinker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;

/** How a link is shown. Places are code points from the start of the document. */
@FunctionalInterface
interface LinkPrinter {

  /** Shows the link of a mention of this document. */
  void print(Document document, Link link, PrintStream out);

  /**
   * For people: the mention, and below it a line for each candidate, part by part.
   *
   * @param least probability of a link; below it the mention is said to have no concept
   */
  static LinkPrinter table(double least) {
    return (document, link, out) -> {
      Mention mention = link.mention();
      out.printf("%s  %s  \"%s\"%n", document.id(), place(document, mention), mention.text());
      if (!link.linked(least)) {
        out.printf("       no concept; the nearest:%n");
      }
      rows(link.candidates(), link.probability(), "  ", out);
      for (Link.Part part : link.parts()) {
        out.printf("  part \"%s\"%n", part.text());
        rows(part.candidates(), OptionalDouble.empty(), "    ", out);
      }
    };
  }

  /**
   * For programs: one JSON object in a line.
   *
   * @param least probability of a link; below it {@code linked} is false
   */
  static LinkPrinter json(double least) {
    ObjectMapper mapper = new ObjectMapper();
    return (document, link, out) -> {
      ObjectNode node = mapper.createObjectNode();
      node.put("document", document.id());
      node.put("mention", link.mention().text());
      ArrayNode spans = node.putArray("spans");
      for (Span span : new CodePointPlaces(document).of(link.mention())) {
        spans.addArray().add(span.start()).add(span.end());
      }
      node.put("type", link.mention().type());
      if (link.probability().isPresent()) {
        node.put("probability", link.probability().getAsDouble());
        node.put("linked", link.linked(least));
      }
      add(link.candidates(), node.putArray("candidates"));
      if (!link.parts().isEmpty()) {
        ArrayNode parts = node.putArray("parts");
        for (Link.Part part : link.parts()) {
          ObjectNode one = parts.addObject().put("text", part.text());
          add(part.candidates(), one.putArray("candidates"));
        }
      }
      try {
        out.println(mapper.writeValueAsString(node));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static void rows(
      List<Candidate> candidates, OptionalDouble probability, String indent, PrintStream out) {
    int rank = 1;
    for (Candidate candidate : candidates) {
      String by =
          candidate.matchedName().equals(candidate.preferredName())
              ? ""
              : "  by the name \"" + candidate.matchedName() + "\"";
      out.printf(
          Locale.ROOT,
          "%s%3d. %-10s %10.4f  %s%s%s%n",
          indent,
          rank,
          candidate.concept(),
          candidate.score(),
          sureness(probability, rank++),
          candidate.preferredName(),
          by);
    }
  }

  private static void add(List<Candidate> candidates, ArrayNode array) {
    for (Candidate candidate : candidates) {
      array
          .addObject()
          .put("concept", candidate.concept().value())
          .put("preferred_name", candidate.preferredName())
          .put("matched_name", candidate.matchedName())
          .put("score", candidate.score());
    }
  }

  /** The probability is that of the first candidate; the column stays free below it. */
  private static String sureness(OptionalDouble probability, int rank) {
    if (probability.isEmpty()) {
      return "";
    }
    return rank == 1
        ? String.format(Locale.ROOT, "p %.4f  ", probability.getAsDouble())
        : " ".repeat("p 0.0000  ".length());
  }

  private static String place(Document document, Mention mention) {
    StringBuilder place = new StringBuilder();
    for (Span span : new CodePointPlaces(document).of(mention)) {
      place.append(place.isEmpty() ? "" : ",").append(span.start()).append('-').append(span.end());
    }
    return place.toString();
  }
}
