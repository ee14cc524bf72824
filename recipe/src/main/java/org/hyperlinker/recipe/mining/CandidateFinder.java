package org.hyperlinker.recipe.mining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.approximate.RowScores;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.RowsOfConcepts;
import org.hyperlinker.search.parallel.Workers;
import org.hyperlinker.search.strategy.ConceptSearch;
import org.hyperlinker.search.strategy.FoundConcepts;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * Looks for candidates of whole batches of queries. Rows that are training mentions are left out:
 * an item is a name of the ontology, as the positives are. Owns its threads, neither the model nor
 * the index.
 */
final class CandidateFinder implements AutoCloseable {

  /** Rows that look like the mention for each negative wanted: a concept has several names. */
  private static final int LOOK_ALIKES = 8;

  private final LinkingModel model;
  private final EmbeddingIndex index;
  private final Families families;
  private final MineSettings settings;
  private final BitSet leftOut;
  private final RowsOfConcepts rows;
  private final ConceptSearch search;
  private final Workers workers;

  CandidateFinder(
      LinkingModel model,
      EmbeddingIndex index,
      Families families,
      MineSettings settings,
      SearchStrategy strategy) {
    this.model = model;
    this.index = index;
    this.families = families;
    this.settings = settings;
    this.leftOut = index.remembered();
    this.rows = RowsOfConcepts.of(index.rowConcepts(), leftOut);
    this.search = new ConceptSearch(index, strategy, settings.threads());
    this.workers = new Workers(settings.threads());
  }

  /** A query text with what must not be its negative. */
  record Query(String text, Gold gold) {}

  /** The candidates of each query, in order. */
  List<FoundCandidates> find(List<Query> queries) {
    List<QueryRepresentation> encoded =
        model.encodeQueries(queries.stream().map(Query::text).toList());
    List<SearchQuery> sought = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      sought.add(SearchQuery.of(encoded.get(i), NameKey.surface(queries.get(i).text())));
    }
    List<FoundConcepts> nearest = search.search(sought, settings.depth(), leftOut);
    FoundCandidates[] found = new FoundCandidates[queries.size()];
    workers.run(
        found.length,
        i -> {
          List<ConceptHit> hits = nearest.get(i).hits();
          Gold gold = queries.get(i).gold();
          found[i] =
              new FoundCandidates(
                  allowed(hits, gold),
                  lexical(sought.get(i), gold),
                  hierarchy(sought.get(i), gold),
                  wrongFirst(hits, gold));
        });
    return Arrays.asList(found);
  }

  private static OptionalInt wrongFirst(List<ConceptHit> hits, Gold gold) {
    return hits.isEmpty() || !gold.allowsAsNegative(hits.getFirst().row())
        ? OptionalInt.empty()
        : OptionalInt.of(hits.getFirst().number());
  }

  private List<Candidate> lexical(SearchQuery query, Gold gold) {
    if (!settings.uses(NegativeSource.LEXICAL)) {
      return List.of();
    }
    int most = LOOK_ALIKES * (settings.negatives() + 1);
    int[] alike =
        Arrays.stream(index.lexicon().lookAlikes(query.text(), most))
            .filter(row -> !leftOut.get(row))
            .toArray();
    return allowed(RowScores.of(query.representation(), index, alike), gold);
  }

  private List<Candidate> hierarchy(SearchQuery query, Gold gold) {
    if (!settings.uses(NegativeSource.HIERARCHY)) {
      return List.of();
    }
    int[] related = families.of(gold.concepts()).stream().flatMapToInt(rows::of).sorted().toArray();
    List<ConceptHit> scored = new ArrayList<>(RowScores.of(query.representation(), index, related));
    scored.sort(
        Comparator.comparing(ConceptHit::score).reversed().thenComparing(ConceptHit::number));
    return allowed(scored, gold);
  }

  /** The first allowed row of each concept, up to as many as an example could take. */
  private List<Candidate> allowed(List<ConceptHit> hits, Gold gold) {
    List<Candidate> candidates = new ArrayList<>();
    Set<ConceptId> seen = new HashSet<>();
    for (ConceptHit hit : hits) {
      if (candidates.size() < 2 * settings.negatives()
          && gold.allowsAsNegative(hit.row())
          && seen.add(hit.concept())) {
        candidates.add(Candidate.scored(hit.number(), hit.score()));
      }
    }
    return candidates;
  }

  @Override
  public void close() {
    try (search) {
      workers.close();
    }
  }
}
