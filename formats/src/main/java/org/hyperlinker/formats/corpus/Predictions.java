package org.hyperlinker.formats.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * Documents with links in the place of gold concepts, to be written in any annotation format. Text,
 * offsets and everything else stay as they were read.
 */
public final class Predictions {

  /** Attribute of a linked mention: the preferred name of its concept. */
  public static final String NAME = "link_name";

  /** Attribute of a linked mention: the score of its concept. */
  public static final String SCORE = "link_score";

  /** Attribute of a linked mention: the probability that its concept is right, if known. */
  public static final String PROBABILITY = "link_probability";

  private Predictions() {}

  /**
   * The document with the best candidate of each link as the concept of its mention.
   *
   * @param links one for each mention, in the order of {@link Document#mentions}
   * @param least probability of a link; below it the mention has no concept
   * @throws IllegalArgumentException if there are more or fewer links than mentions
   */
  public static Document in(Document document, List<Link> links, double least) {
    if (document.mentions().count() != links.size()) {
      throw new IllegalArgumentException(
          "document " + document.id() + " has other mentions than those of its links");
    }
    int[] next = {0};
    List<Passage> passages =
        document.passages().stream()
            .map(
                passage ->
                    passage.withMentions(
                        passage.mentions().stream()
                            .map(mention -> linked(mention, links.get(next[0]++), least))
                            .toList()))
            .toList();
    return new Document(document.id(), passages, document.relations(), document.attributes());
  }

  private static Mention linked(Mention mention, Link link, double least) {
    Map<String, String> attributes = new LinkedHashMap<>(mention.attributes());
    attributes.keySet().removeIf(Predictions::statesConcepts);
    List<ConceptId> concepts =
        link.linked(least) ? link.best().map(Candidate::concept).stream().toList() : List.of();
    link.best()
        .ifPresent(
            best -> {
              attributes.put(NAME, best.preferredName());
              attributes.put(SCORE, String.format(Locale.ROOT, "%.4f", best.score()));
            });
    link.probability()
        .ifPresent(p -> attributes.put(PROBABILITY, String.format(Locale.ROOT, "%.4f", p)));
    return new Mention(
        mention.id(), mention.spans(), mention.text(), mention.type(), concepts, attributes);
  }

  /** Whether an attribute repeats the gold concepts in some format's own spelling. */
  private static boolean statesConcepts(String attribute) {
    return BioCInfons.conceptKey(Map.of(attribute.replaceFirst("^json:", ""), "")).isPresent()
        || attribute.equals(PubTatorReader.CONCEPT_IDS)
        || attribute.equals(PubTatorReader.INDIVIDUAL_MENTIONS)
        || attribute.startsWith(BratReader.NORMALISATION + "N");
  }
}
