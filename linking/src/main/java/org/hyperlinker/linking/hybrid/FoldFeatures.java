package org.hyperlinker.linking.hybrid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.linking.query.MentionQuery;
import org.hyperlinker.linking.query.MentionReader;
import org.hyperlinker.linking.ranking.ApproximateRanker;
import org.hyperlinker.linking.ranking.ConceptRanker;
import org.hyperlinker.linking.ranking.ExactRanker;
import org.hyperlinker.linking.ranking.Progress;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.RankedConcepts;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexRow;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * The features of training mentions as if their documents were new: counts, and rows of training
 * mentions, come from the other documents only. The model itself has seen all of them.
 */
final class FoldFeatures {

  /**
   * A training mention.
   *
   * @param candidates with out-of-fold features
   * @param gold where the right one is; -1 if it is no candidate
   */
  record Sample(List<CandidateFeatures.Featured> candidates, int gold) {}

  private record Pair(String surface, ConceptId concept) {}

  private final LinkingModel model;
  private final EmbeddingIndex index;
  private final FitSettings settings;
  private final MentionReader reader;

  FoldFeatures(LinkingModel model, EmbeddingIndex index, FitSettings settings) {
    this.model = model;
    this.index = index;
    this.settings = settings;
    this.reader = new MentionReader(model.settings().query(), settings.abbreviations());
  }

  /** The in-ontology single-concept mentions of {@code held}, with the others as training. */
  List<Sample> of(List<Document> held, List<Document> others, Progress progress) {
    MentionMemory memory = MentionMemory.of(others);
    MentionLookup lookup = MentionLookup.of(memory);
    CandidateFeatures features = new CandidateFeatures(lookup, types(others), settings.best());
    List<Sample> samples = new ArrayList<>();
    try (ConceptRanker ranker = ranker(leftOut(memory))) {
      for (int i = 0; i < held.size(); i++) {
        List<AskedMention> document = ask(held.get(i), ranker, lookup);
        add(
            document,
            document.stream().map(asked -> features.of(asked, document)).toList(),
            samples);
        progress.advanced(i + 1, held.size());
      }
    }
    return samples;
  }

  private ConceptRanker ranker(BitSet leftOut) {
    return settings.search() instanceof SearchStrategy.Exact
        ? new ExactRanker(model, index, leftOut, settings.threads())
        : new ApproximateRanker(model, index, settings.search(), leftOut, settings.threads());
  }

  private List<AskedMention> ask(Document document, ConceptRanker ranker, MentionLookup lookup) {
    List<MentionQuery> queries = reader.read(document);
    List<Evidence> evidence =
        queries.stream().map(query -> Evidence.of(query, index, lookup)).toList();
    List<RankedConcepts> ranked = new ArrayList<>(queries.size());
    for (int from = 0; from < queries.size(); from += settings.batch()) {
      List<ConceptRanker.Query> batch =
          IntStream.range(from, Math.min(queries.size(), from + settings.batch()))
              .mapToObj(
                  i ->
                      new ConceptRanker.Query(
                          queries.get(i).text(),
                          queries.get(i).surface(),
                          evidence.get(i).concepts()))
              .toList();
      ranked.addAll(ranker.rank(batch, settings.best()).answers());
    }
    return IntStream.range(0, queries.size())
        .mapToObj(i -> new AskedMention(queries.get(i), evidence.get(i), ranked.get(i)))
        .toList();
  }

  private void add(
      List<AskedMention> document,
      List<List<CandidateFeatures.Featured>> candidates,
      List<Sample> samples) {
    for (int i = 0; i < document.size(); i++) {
      Mention mention = document.get(i).query().mention();
      if (mention.single() && index.contains(mention.concepts().getFirst())) {
        List<CandidateFeatures.Featured> own = candidates.get(i);
        int gold =
            IntStream.range(0, own.size())
                .filter(c -> own.get(c).hit().concept().equals(mention.concepts().getFirst()))
                .findFirst()
                .orElse(-1);
        samples.add(new Sample(own, gold));
      }
    }
  }

  /** The rows of training mentions that the memory lacks. */
  private BitSet leftOut(MentionMemory memory) {
    Set<Pair> kept = new HashSet<>();
    memory
        .mentions()
        .forEach(m -> kept.add(new Pair(m.surface().toLowerCase(Locale.ROOT), m.concept())));
    BitSet leftOut = index.remembered();
    index.remembered().stream()
        .filter(
            number -> {
              IndexRow row = index.row(number);
              return kept.contains(new Pair(row.name().toLowerCase(Locale.ROOT), row.concept()));
            })
        .forEach(leftOut::clear);
    return leftOut;
  }

  /** Counts the branches that the mentions of each type denote, as far as the index has them. */
  TypeBranches types(List<Document> documents) {
    SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
    Map<ConceptId, String> branches = index.branches();
    documents.stream()
        .flatMap(Document::mentions)
        .filter(mention -> mention.single() && !mention.type().isEmpty())
        .filter(mention -> branches.containsKey(mention.concepts().getFirst()))
        .forEach(
            mention ->
                counts
                    .computeIfAbsent(mention.type(), none -> new TreeMap<>())
                    .merge(branches.get(mention.concepts().getFirst()), 1, Integer::sum));
    return new TypeBranches(counts);
  }
}
