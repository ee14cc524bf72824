package org.hyperlinker.linking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.confidence.Conditions;
import org.hyperlinker.linking.detection.IndexDetector;
import org.hyperlinker.linking.detection.MentionDetector;
import org.hyperlinker.linking.explanation.Explanation;
import org.hyperlinker.linking.hybrid.HybridRanker;
import org.hyperlinker.linking.hybrid.MentionLookup;
import org.hyperlinker.linking.query.MentionQuery;
import org.hyperlinker.linking.query.MentionReader;
import org.hyperlinker.linking.ranking.ApproximateRanker;
import org.hyperlinker.linking.ranking.ConceptRanker;
import org.hyperlinker.linking.ranking.ExactRanker;
import org.hyperlinker.linking.ranking.Progress;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.RankedConcepts;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * Links mentions to the concepts of an index: the mention, its abbreviations written out, and its
 * context become a query text as the model wants it; the query scores the rows; a {@code
 * HybridRule} or the score alone puts the candidates in order. Evaluation asks the same class.
 *
 * <p>Safe for many threads if the model is. A {@code CachingModel} spares repeated queries of later
 * calls. {@link #close} ends the linker's own threads; the model and the index stay open and belong
 * to whoever opened them, who closes them after the linker, except those of {@link #bundled()}.
 */
public final class EntityLinker implements AutoCloseable {

  /** Query texts encoded together: a q-net of two 384-wide layers takes 1.2 MB. */
  private static final int BATCH = 64;

  private final MentionReader reader;
  private final ConceptRanker ranker;
  private final Optional<HybridRanker> hybrid;
  private final Optional<Calibration> calibration;
  private final int topK;

  /** Made at its first use, as most who link bring their mentions. */
  private final Supplier<MentionDetector> detector;

  /** What is closed with the linker, once by whichever of its copies is closed first. */
  private final Once owned;

  private EntityLinker(
      MentionReader reader,
      ConceptRanker ranker,
      Optional<HybridRanker> hybrid,
      Optional<Calibration> calibration,
      int topK,
      Supplier<MentionDetector> detector,
      Once owned) {
    this.reader = reader;
    this.ranker = ranker;
    this.hybrid = hybrid;
    this.calibration = calibration;
    this.topK = topK;
    this.detector = detector;
    this.owned = owned;
  }

  /**
   * A linker with the model and index that come with the program, which it closes, and {@link
   * LinkingOptions#defaults}.
   *
   * @throws IOException if this build has none, saying how to make it, or it is damaged
   */
  public static EntityLinker bundled() throws IOException {
    return bundled(LinkingOptions.defaults());
  }

  /**
   * A linker with the model and index that come with the program, which it closes. Where the
   * options name no rule, that of the bundle decides; its calibration gives the probabilities,
   * unless the options leave out evidence that it was learned with.
   *
   * @throws IOException if this build has none, saying how to make it, or it is damaged
   */
  public static EntityLinker bundled(LinkingOptions options) throws IOException {
    return BundledLinker.open(options);
  }

  /** The same linker, which closes its model and index. */
  EntityLinker owning(LinkingModel model, EmbeddingIndex index) {
    return new EntityLinker(
        reader,
        ranker,
        hybrid,
        calibration,
        topK,
        detector,
        new Once(
            () -> {
              try (model;
                  index) {
                owned.run();
              }
            }));
  }

  /** A linker with {@link LinkingOptions#defaults}. */
  public static EntityLinker of(LinkingModel model, EmbeddingIndex index) {
    return of(model, index, LinkingOptions.defaults());
  }

  /**
   * A linker.
   *
   * @throws IllegalArgumentException if another model built the index, naming both fingerprints, or
   *     the index lacks what the search needs
   */
  public static EntityLinker of(LinkingModel model, EmbeddingIndex index, LinkingOptions options) {
    return of(model, index, options, Optional.empty());
  }

  /**
   * A linker whose links say how probable they are, if there is a calibration.
   *
   * @throws IllegalArgumentException if another model built the index, naming both fingerprints, or
   *     the calibration was learned under other {@link #conditions}, naming what differs
   */
  public static EntityLinker of(
      LinkingModel model,
      EmbeddingIndex index,
      LinkingOptions options,
      Optional<Calibration> calibration) {
    index.requireModel(model);
    calibration.ifPresent(c -> requireSame(c, conditions(model, index, options.evidence())));
    BitSet leftOut = leftOut(index, options);
    return of(
        model,
        index,
        options,
        options.search() instanceof SearchStrategy.Exact
            ? new ExactRanker(model, index, leftOut, options.threads())
            : new ApproximateRanker(model, index, options.search(), leftOut, options.threads()),
        calibration);
  }

  /**
   * A linker to some of the concepts only, which are always searched exactly.
   *
   * @throws IllegalArgumentException if another model built the index, naming both fingerprints
   */
  public static EntityLinker among(
      Set<ConceptId> concepts, LinkingModel model, EmbeddingIndex index, LinkingOptions options) {
    index.requireModel(model);
    return of(
        model,
        index,
        options,
        new ExactRanker(
            model,
            index.restrictedTo(concepts, leftOut(index, options)),
            new BitSet(),
            options.threads()),
        Optional.empty());
  }

  private static EntityLinker of(
      LinkingModel model,
      EmbeddingIndex index,
      LinkingOptions options,
      ConceptRanker ranker,
      Optional<Calibration> calibration) {
    MentionMemory memory = options.evidence().memory() ? index.memory() : MentionMemory.NONE;
    IndexDetector detector =
        options.tagger()
            ? IndexDetector.of(index, options.threads())
            : IndexDetector.dictionary(index);
    return new EntityLinker(
        new MentionReader(model.settings().query(), options.evidence().abbreviations()),
        ranker,
        options
            .evidence()
            .hybrid()
            .map(rule -> new HybridRanker(index, MentionLookup.of(memory), rule)),
        calibration,
        options.topK(),
        detector::opened,
        new Once(
            () -> {
              ranker.close();
              detector.close();
            }));
  }

  private static BitSet leftOut(EmbeddingIndex index, LinkingOptions options) {
    return options.evidence().memory() ? new BitSet() : index.remembered();
  }

  private static void requireSame(Calibration calibration, Conditions conditions) {
    calibration
        .conditions()
        .difference(conditions)
        .ifPresent(
            difference -> {
              throw new IllegalArgumentException(
                  "the calibration does not hold here: it was learned "
                      + difference
                      + "; evaluate and calibrate again under these conditions, or link under"
                      + " those");
            });
  }

  /** What decides the scores of a linker with this evidence. */
  public static Conditions conditions(
      LinkingModel model, EmbeddingIndex index, LinkingOptions.Evidences evidence) {
    return Conditions.of(
        model, index, evidence.abbreviations(), evidence.memory(), evidence.hybrid());
  }

  /** How many concepts can be answers. */
  public int concepts() {
    return ranker.concepts();
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
    return rank(documents, BATCH, Progress.NONE).mentions().stream()
        .map(RankedMention::link)
        .toList();
  }

  /**
   * Links as {@link #link(List)} does, and says where the mentions' gold concepts stand.
   *
   * @param batch query texts encoded and searched together, at least 1
   * @throws IllegalArgumentException if a mention lies outside its passage
   */
  public Ranking rank(List<Document> documents, int batch, Progress progress) {
    MentionRanking ranking = new MentionRanking(ranker, hybrid, batch);
    List<List<MentionQuery>> queries = documents.stream().map(reader::read).toList();
    queries.forEach(document -> document.forEach(ranking::add));
    ranking.run(searched(), progress);
    List<RankedMention> mentions = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      List<RankedConcepts> answers = ranking.of(queries.get(i));
      List<List<RankedConcepts>> parts = ranking.ofParts(queries.get(i));
      for (int j = 0; j < answers.size(); j++) {
        MentionQuery query = queries.get(i).get(j);
        mentions.add(mention(documents.get(i).id(), query, answers.get(j), parts.get(j)));
      }
    }
    return ranking.result(mentions);
  }

  /**
   * Links one mention of a text.
   *
   * @param span where the mention stands in {@code text}
   * @throws IllegalArgumentException if it lies outside
   */
  public Link link(String text, Span span) {
    return link(marked(text, span)).getFirst();
  }

  /**
   * Explains the link of one mention of a text, whose other mentions are not known.
   *
   * @param span where the mention stands in {@code text}
   * @throws IllegalArgumentException if it lies outside
   */
  public Explanation explain(String text, Span span) {
    return explain(marked(text, span), 0);
  }

  /**
   * Explains the link that {@link #link(Document)} gives a mention; the document's other mentions
   * count as they do there. Takes as long as linking the document.
   *
   * @param mention its place, from 0, in {@link Document#mentions}
   * @throws IndexOutOfBoundsException if there is no such mention
   * @throws IllegalArgumentException if a mention lies outside its passage
   */
  public Explanation explain(Document document, int mention) {
    return new MentionExplainer(this, reader, Math.max(searched(), Explanation.COMPARED))
        .explain(document, mention, new MentionRanking(ranker, hybrid, BATCH));
  }

  private static Document marked(String text, Span span) {
    if (span.end() > text.length()) {
      throw new IllegalArgumentException(
          "a mention at " + span + " lies outside a text of " + text.length() + " characters");
    }
    Mention mention = Mention.at(span, text.substring(span.start(), span.end()));
    return Document.ofText(text, List.of(mention));
  }

  /**
   * Finds the mentions of a text and links them.
   *
   * @throws UncheckedIOException if what the index has learned of mentions cannot be read
   */
  public List<Link> linkText(String text) {
    return linkText(Document.ofText(text, List.of()));
  }

  /**
   * Finds the mentions of a document and links them; mentions that it already carries are not
   * looked at.
   *
   * @throws UncheckedIOException if what the index has learned of mentions cannot be read
   */
  public List<Link> linkText(Document document) {
    return link(detector().mark(document));
  }

  /**
   * What finds mentions: the tagger in the index if there is one and the options leave it in, else
   * the index's names, unless {@link #detecting} named another.
   *
   * @throws UncheckedIOException if what the index has learned of mentions cannot be read
   */
  public MentionDetector detector() {
    return detector.get();
  }

  /** The same linker, which finds mentions otherwise. Closing either closes both. */
  public EntityLinker detecting(MentionDetector other) {
    return new EntityLinker(reader, ranker, hybrid, calibration, topK, () -> other, owned);
  }

  private RankedMention mention(
      String documentId, MentionQuery query, RankedConcepts answer, List<RankedConcepts> answers) {
    Mention mention = query.mention();
    Map<ConceptId, Integer> ranks = new HashMap<>();
    for (ConceptId gold : mention.concepts()) {
      Integer rank = answer.ranks().get(gold);
      if (rank != null) {
        ranks.put(gold, rank);
      }
    }
    List<Link.Part> parts = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      parts.add(new Link.Part(query.parts().get(i).surface(), candidates(answers.get(i))));
    }
    Link link = new Link(mention, candidates(answer), parts, probability(mention, answer));
    return new RankedMention(documentId, link, ranks);
  }

  /** The candidates that are wanted. */
  private List<Candidate> candidates(RankedConcepts answer) {
    return answer.hits().stream().limit(topK).map(EntityLinker::candidate).toList();
  }

  /** By the scores that put the candidates in order; it may look at more than are wanted. */
  private OptionalDouble probability(Mention mention, RankedConcepts answer) {
    if (calibration.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<Candidate> looked =
        answer.hits().stream()
            .limit(calibration.get().candidates())
            .map(EntityLinker::candidate)
            .toList();
    return OptionalDouble.of(calibration.get().probability(mention.text(), looked));
  }

  private int searched() {
    return calibration.map(c -> Math.max(c.candidates(), topK)).orElse(topK);
  }

  static Candidate candidate(ConceptHit hit) {
    return new Candidate(hit.concept(), hit.row().preferredName(), hit.row().name(), hit.score());
  }

  @Override
  public void close() {
    owned.run();
  }
}
