package org.hyperlinker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;

/** How a link is shown. */
@FunctionalInterface
interface LinkPrinter {

  /** Shows the link of a mention of this document. */
  void print(Document document, Link link, PrintStream out);

  /**
   * For people: the mention, and below it a line for each candidate.
   *
   * @param least probability of a link; below it the mention is said to have no concept
   */
  static LinkPrinter table(double least) {
    return (document, link, out) -> {
      Mention mention = link.mention();
      out.printf("%s  %s  \"%s\"%n", document.id(), place(mention), mention.text());
      if (!linked(link, least)) {
        out.printf("       no concept; the nearest:%n");
      }
      int rank = 1;
      for (Candidate candidate : link.candidates()) {
        String by =
            candidate.matchedName().equals(candidate.preferredName())
                ? ""
                : "  by the name \"" + candidate.matchedName() + "\"";
        out.printf(
            Locale.ROOT,
            "  %3d. %-10s %10.4f  %s%s%s%n",
            rank,
            candidate.concept(),
            candidate.score(),
            probability(link, rank++),
            candidate.preferredName(),
            by);
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
      for (Span span : link.mention().spans()) {
        spans.addArray().add(span.start()).add(span.end());
      }
      node.put("type", link.mention().type());
      if (link.probability().isPresent()) {
        node.put("probability", link.probability().getAsDouble());
        node.put("linked", linked(link, least));
      }
      ArrayNode candidates = node.putArray("candidates");
      for (Candidate candidate : link.candidates()) {
        candidates
            .addObject()
            .put("concept", candidate.concept().value())
            .put("preferred_name", candidate.preferredName())
            .put("matched_name", candidate.matchedName())
            .put("score", candidate.score());
      }
      try {
        out.println(mapper.writeValueAsString(node));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static boolean linked(Link link, double least) {
    return link.probability().orElse(1) >= least;
  }

  /** The probability is that of the first candidate; the column stays free below it. */
  private static String probability(Link link, int rank) {
    if (link.probability().isEmpty()) {
      return "";
    }
    return rank == 1
        ? String.format(Locale.ROOT, "p %.4f  ", link.probability().getAsDouble())
        : " ".repeat("p 0.0000  ".length());
  }

  private static String place(Mention mention) {
    StringBuilder place = new StringBuilder();
    for (Span span : mention.spans()) {
      place.append(place.isEmpty() ? "" : ",").append(span.start()).append('-').append(span.end());
    }
    return place.toString();
  }
}
