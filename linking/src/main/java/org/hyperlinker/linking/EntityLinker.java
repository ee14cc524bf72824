package org.hyperlinker.linking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.ConceptSearch;
import org.hyperlinker.search.strategy.FoundConcepts;

/**
 * Links mentions to the concepts of an index: the mention and its context become a query text as
 * the model wants it, the query scores every row, and the best concepts are the candidates.
 *
 * <p>Safe for many threads if the model is. A {@code CachingModel} spares repeated queries of later
 * calls. {@link #close} ends the linker's own threads; the model and the index stay open and belong
 * to whoever opened them, who closes them after the linker.
 */
public final class EntityLinker implements AutoCloseable {

  /** Query texts encoded together: a q-net of two 384-wide layers takes 1.2 MB. */
  private static final int BATCH = 64;

  private final LinkingModel model;
  private final ConceptSearch search;
  private final LinkingOptions options;
  private final Optional<Calibration> calibration;

  private EntityLinker(
      LinkingModel model,
      ConceptSearch search,
      LinkingOptions options,
      Optional<Calibration> calibration) {
    this.model = model;
    this.search = search;
    this.options = options;
    this.calibration = calibration;
  }

  /** A linker with {@link LinkingOptions#defaults}. */
  public static EntityLinker of(LinkingModel model, EmbeddingIndex index) {
    return of(model, index, LinkingOptions.defaults());
  }

  /**
   * A linker.
   *
   * @throws IllegalArgumentException if another model built the index, naming both fingerprints
   */
  public static EntityLinker of(LinkingModel model, EmbeddingIndex index, LinkingOptions options) {
    return of(model, index, options, Optional.empty());
  }

  /**
   * A linker whose links say how probable they are, if there is a calibration.
   *
   * @throws IllegalArgumentException if another model built the index or taught the calibration,
   *     naming both fingerprints
   */
  public static EntityLinker of(
      LinkingModel model,
      EmbeddingIndex index,
      LinkingOptions options,
      Optional<Calibration> calibration) {
    index.requireModel(model);
    calibration.ifPresent(c -> requireModel(c, model));
    return new EntityLinker(
        model, new ConceptSearch(index, options.search(), options.threads()), options, calibration);
  }

  private static void requireModel(Calibration calibration, LinkingModel model) {
    if (!calibration.model().isEmpty() && !calibration.model().equals(model.fingerprint())) {
      throw new IllegalArgumentException(
          "the calibration was learned from answers of model "
              + calibration.model()
              + ", but the model opened is "
              + model.fingerprint()
              + "; calibrate this one");
    }
  }

  /** Links every mention of a document, in document order. */
  public List<Link> link(Document document) {
    return link(List.of(document));
  }

  /**
   * Links every mention of these documents, in order. Equal query texts are computed once. Gold
   * concepts that mentions may carry are not looked at.
   *
   * @throws IllegalArgumentException if a mention lies outside its passage
   */
  public List<Link> link(List<Document> documents) {
    List<Mention> mentions = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Document document : documents) {
      for (Passage passage : document.passages()) {
        for (Mention mention : passage.mentions()) {
          mentions.add(mention);
          texts.add(queryText(document, passage, mention));
        }
      }
    }
    SequencedMap<String, String> mentionOfText = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      mentionOfText.putIfAbsent(texts.get(i), mentions.get(i).text());
    }
    Map<String, List<Candidate>> candidates = candidates(mentionOfText);
    List<Link> links = new ArrayList<>(mentions.size());
    for (int i = 0; i < mentions.size(); i++) {
      links.add(link(mentions.get(i), candidates.get(texts.get(i))));
    }
    return links;
  }

  /**
   * Links one mention of a text.
   *
   * @param span where the mention stands in {@code text}
   * @throws IllegalArgumentException if it lies outside
   */
  public Link link(String text, Span span) {
    if (span.end() > text.length()) {
      throw new IllegalArgumentException(
          "a mention at " + span + " lies outside a text of " + text.length() + " characters");
    }
    Mention mention = Mention.at(span, text.substring(span.start(), span.end()));
    String query = model.settings().query().text(text, span, mention.text());
    return link(mention, candidates(new LinkedHashMap<>(Map.of(query, mention.text()))).get(query));
  }

  /** The answer; the calibration may have looked at more candidates than are wanted. */
  private Link link(Mention mention, List<Candidate> found) {
    List<Candidate> wanted = found.subList(0, Math.min(options.topK(), found.size()));
    return new Link(
        mention,
        wanted,
        calibration.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(calibration.get().probability(mention.text(), found)));
  }

  private String queryText(Document document, Passage passage, Mention mention) {
    Span extent = mention.extent();
    if (extent.start() < passage.offset() || extent.end() > passage.end()) {
      throw new IllegalArgumentException(
          "document "
              + document.id()
              + ": mention '"
              + mention.text()
              + "' at "
              + extent
              + " lies outside its passage "
              + passage.offset()
              + ".."
              + passage.end());
    }
    return model.settings().query().text(passage, mention);
  }

  /** The candidates of each query text, which is given with its mention. */
  private Map<String, List<Candidate>> candidates(SequencedMap<String, String> mentionOfText) {
    List<String> distinct = List.copyOf(mentionOfText.keySet());
    Map<String, List<Candidate>> candidates = LinkedHashMap.newLinkedHashMap(distinct.size());
    for (int from = 0; from < distinct.size(); from += BATCH) {
      List<String> batch = distinct.subList(from, Math.min(distinct.size(), from + BATCH));
      List<QueryRepresentation> encoded = model.encodeQueries(batch);
      List<SearchQuery> queries = new ArrayList<>(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        queries.add(SearchQuery.of(encoded.get(i), mentionOfText.get(batch.get(i))));
      }
      List<FoundConcepts> found = search.search(queries, searched());
      for (int i = 0; i < batch.size(); i++) {
        candidates.put(
            batch.get(i), found.get(i).hits().stream().map(EntityLinker::candidate).toList());
      }
    }
    return candidates;
  }

  private int searched() {
    return calibration.map(c -> Math.max(c.candidates(), options.topK())).orElse(options.topK());
  }

  private static Candidate candidate(ConceptHit hit) {
    return new Candidate(hit.concept(), hit.row().preferredName(), hit.row().name(), hit.score());
  }

  @Override
  public void close() {
    search.close();
  }
}
