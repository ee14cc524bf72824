package org.hyperlinker.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.linking.RankedMention;
import org.hyperlinker.linking.Ranking;
import org.hyperlinker.linking.ranking.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The protocols' counts on BC5CDR's Development set against a count with awk: 9,432 single-concept
 * mentions in 5,354 triples. The one mention {@code D002544|-1} counts as a composite.
 */
class RealCorpusTest {

  @Test
  void countsAreThoseOfTheCorpus() throws IOException {
    Path folder = Path.of(System.getProperty("hyperlinker.data", ""), "bc5cdr");
    Path development = folder.resolve("CDR_DevelopmentSet.PubTator.txt");
    Assumptions.assumeTrue(
        Files.exists(development),
        "no BC5CDR: set -Dhyperlinker.data to a folder with"
            + " bc5cdr/CDR_DevelopmentSet.PubTator.txt");
    Corpus corpus = Corpus.read(development);
    assertThat(coverage(corpus, Protocol.FULL))
        .isEqualTo(new Coverage(9591, 59, 100, 9432, 9432, 9432, 0, 0, 1));
    assertThat(coverage(corpus, Protocol.RESTRICTED))
        .isEqualTo(new Coverage(9591, 59, 100, 9432, 5354, 5354, 0, 0, 1244));
  }

  private static Coverage coverage(Corpus corpus, Protocol protocol) {
    return new Evaluator(new Omniscient(), EvaluationSettings.of(protocol))
        .evaluate(corpus, Optional.empty(), org.hyperlinker.evaluation.Progress.NONE)
        .report()
        .coverage();
  }

  /** Knows every concept and ranks whatever is asked first. */
  private static final class Omniscient implements CandidatePool {

    @Override
    public boolean contains(ConceptId concept) {
      return true;
    }

    @Override
    public MentionRanker all(int topK) {
      return only(Set.of(new ConceptId("any")), topK);
    }

    @Override
    public MentionRanker only(Set<ConceptId> concepts, int topK) {
      return new MentionRanker() {
        @Override
        public int concepts() {
          return concepts.size();
        }

        @Override
        public String search() {
          return "none";
        }

        @Override
        public Ranking rank(List<Document> documents, int batch, Progress progress) {
          List<RankedMention> mentions =
              documents.stream()
                  .flatMap(d -> d.mentions().map(mention -> first(d.id(), mention)))
                  .toList();
          return new Ranking(mentions, mentions.size(), 1, 1);
        }

        private static RankedMention first(String document, Mention mention) {
          return new RankedMention(
              document,
              new Link(mention, List.of()),
              mention.concepts().stream().distinct().collect(Collectors.toMap(c -> c, c -> 1)));
        }

        @Override
        public void close() {
          // Nothing is held.
        }
      };
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }
  }
}
