package org.hyperlinker.server.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.text.CodePoints;

/**
 * Links as JSON.
 *
 * @param top candidates shown of each mention at most
 * @param threshold least probability of a link, if there is any
 */
public record LinkJson(int top, OptionalDouble threshold) {

  /** The links of a document of one passage. */
  public ObjectNode document(Document document, List<Link> links) {
    ObjectNode node = StrictJson.object();
    node.put("id", document.id());
    CodePoints points = new CodePoints(document.passages().getFirst().text());
    ArrayNode mentions = node.putArray("mentions");
    links.forEach(link -> mentions.add(link(link, points)));
    return node;
  }

  private ObjectNode link(Link link, CodePoints points) {
    Mention mention = link.mention();
    ObjectNode node = StrictJson.object();
    node.put("start", points.codePoint(mention.extent().start()));
    node.put("end", points.codePoint(mention.extent().end()));
    node.put("text", mention.text());
    node.put("type", mention.type().isEmpty() ? null : mention.type());
    if (link.probability().isPresent()) {
      node.put("probability", link.probability().getAsDouble());
    } else {
      node.putNull("probability");
    }
    node.put("linked", link.linked(threshold.orElse(0)));
    node.set("candidates", candidates(link.candidates()));
    ArrayNode parts = node.putArray("parts");
    for (Link.Part part : link.parts()) {
      ObjectNode shown = parts.addObject().put("text", part.text());
      shown.set("candidates", candidates(part.candidates()));
    }
    return node;
  }

  /** Candidates, best first. */
  public ArrayNode candidates(List<Candidate> candidates) {
    ArrayNode nodes = StrictJson.object().arrayNode();
    candidates.stream().limit(top).forEach(candidate -> nodes.add(candidate(candidate)));
    return nodes;
  }

  /** A candidate. */
  public static ObjectNode candidate(Candidate candidate) {
    return StrictJson.object()
        .put("concept", candidate.concept().value())
        .put("name", candidate.preferredName())
        .put("matched", candidate.matchedName())
        .put("score", candidate.score());
  }
}
