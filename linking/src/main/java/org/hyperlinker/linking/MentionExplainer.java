package org.hyperlinker.linking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.linking.explanation.ExplainedCandidate;
import org.hyperlinker.linking.explanation.Explanation;
import org.hyperlinker.linking.explanation.QueryRead;
import org.hyperlinker.linking.hybrid.WeighedCandidate;
import org.hyperlinker.linking.query.MentionQuery;
import org.hyperlinker.linking.query.MentionReader;
import org.hyperlinker.linking.ranking.Progress;
import org.hyperlinker.search.ConceptHit;

/**
 * Explains links by doing once more what a linker does, and looking on.
 *
 * @param linker whose links they are
 * @param reader how it reads mentions
 * @param k how many hits it asks for, at least {@link Explanation#COMPARED}
 */
record MentionExplainer(EntityLinker linker, MentionReader reader, int k) {

  /**
   * Explains a mention of a document.
   *
   * @param mention its place in the document, from 0
   * @param ranking nothing asked of it yet
   * @throws IndexOutOfBoundsException if there is no such mention
   */
  Explanation explain(Document document, int mention, MentionRanking ranking) {
    List<MentionQuery> queries = reader.read(document);
    MentionQuery query = queries.get(Objects.checkIndex(mention, queries.size()));
    queries.forEach(ranking::add);
    ranking.run(k, Progress.NONE);
    return new Explanation(
        query.mention(),
        new QueryRead(
            query.text(),
            reader.template().window(),
            query.expanded() ? Optional.of(query.surface()) : Optional.empty()),
        best(queries, mention, ranking),
        alone(query.mention()));
  }

  private static List<ExplainedCandidate> best(
      List<MentionQuery> queries, int mention, MentionRanking ranking) {
    return ranking
        .weigh(queries)
        .map(weighed -> weighed.get(mention).stream().map(MentionExplainer::byRule))
        .orElseGet(
            () -> ranking.of(queries).get(mention).hits().stream().map(MentionExplainer::byModel))
        .limit(Explanation.COMPARED)
        .toList();
  }

  private static ExplainedCandidate byRule(WeighedCandidate weighed) {
    ConceptHit hit = weighed.hit();
    Candidate candidate =
        new Candidate(
            hit.concept(), hit.row().preferredName(), hit.row().name(), (float) weighed.score());
    return new ExplainedCandidate(candidate, hit.score(), weighed.features());
  }

  private static ExplainedCandidate byModel(ConceptHit hit) {
    return new ExplainedCandidate(EntityLinker.candidate(hit), hit.score(), List.of());
  }

  /** Its words without the text around them; its type stays, which is no part of the text. */
  private List<Candidate> alone(Mention mention) {
    String words = mention.text();
    Mention bare =
        new Mention(
            "", List.of(new Span(0, words.length())), words, mention.type(), List.of(), Map.of());
    return linker.link(Document.ofText(words, List.of(bare))).getFirst().candidates().stream()
        .limit(Explanation.ALONE)
        .toList();
  }
}
