package org.hyperlinker.linking.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.HashModel;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.linking.RankedMention;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.confidence.ConfidenceFeatures;
import org.hyperlinker.linking.ranking.Progress;
import org.hyperlinker.search.approximate.Candidates;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.IndexSource;
import org.hyperlinker.search.strategy.SearchStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules at work in the linker, and fitted. The model ranks by hash codes: its order is arbitrary.
 */
class HybridLinkingTest {

  private static final HashModel MODEL = new HashModel("f00d");
  private static final ConceptId ANEMIA = new ConceptId("A");
  private static final ConceptId PALLOR = new ConceptId("P");

  @TempDir Path folder;
  private EmbeddingIndex index;

  @BeforeEach
  void build() throws IOException {
    List<Concept> concepts = new ArrayList<>();
    concepts.add(Concept.named("A", "Anemia", "low blood count"));
    concepts.add(Concept.named("P", "Pallor"));
    for (int i = 0; i < 40; i++) {
      concepts.add(Concept.named("X" + i, "other " + i));
    }
    MentionMemory memory = new MentionMemory(List.of(new RememberedMention("paleness", PALLOR, 3)));
    IndexBuilder.build(
        MODEL,
        new IndexSource(new KnowledgeBase(concepts), memory, Map.of()),
        IndexSettings.NAMES,
        folder.resolve("index"),
        org.hyperlinker.search.index.Progress.NONE);
    index = EmbeddingIndex.open(folder.resolve("index"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  private static HybridRule rule(Map<Feature, Double> weights, String model) {
    return new HybridRule(weights, TypeBranches.NONE, 2, model, new TreeMap<>());
  }

  private static final HybridRule WORDS =
      rule(
          Map.of(Feature.SAME_NAME, 5.0, Feature.MEMORY_SHARE, 3.0, Feature.LOG_RANK, 0.01),
          "f00d");

  private static Document document(String id, Object... textsAndConcepts) {
    StringBuilder text = new StringBuilder();
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < textsAndConcepts.length; i += 2) {
      String words = (String) textsAndConcepts[i];
      int at = text.length();
      text.append(words).append(". ");
      mentions.add(
          new Mention(
              "",
              List.of(new Span(at, at + words.length())),
              words,
              "Disease",
              textsAndConcepts[i + 1] == null
                  ? List.of()
                  : List.of((ConceptId) textsAndConcepts[i + 1]),
              Map.of()));
    }
    return new Document(
        id, List.of(new Passage("", 0, text.toString(), mentions, Map.of())), List.of(), Map.of());
  }

  private List<RankedMention> rank(SearchStrategy search, boolean memory, Document document) {
    LinkingOptions options =
        new LinkingOptions(
            3, 1, search, new LinkingOptions.Evidences(true, memory, Optional.of(WORDS)));
    try (EntityLinker linker = EntityLinker.of(MODEL, index, options)) {
      return linker.rank(List.of(document), 4, Progress.NONE).mentions();
    }
  }

  @Test
  void wordsDecideWhereTheRuleSaysSo() {
    Document document = document("1", "anaemias", ANEMIA, "Paleness", PALLOR);
    for (SearchStrategy search :
        List.of(new SearchStrategy.Exact(), new SearchStrategy.TwoStage(new Candidates(2, 2)))) {
      List<RankedMention> ranked = rank(search, true, document);
      assertThat(ranked.get(0).link().best().orElseThrow().concept()).isEqualTo(ANEMIA);
      assertThat(ranked.get(0).ranks()).containsEntry(ANEMIA, 1);
      assertThat(ranked.get(1).link().best().orElseThrow().concept()).isEqualTo(PALLOR);
    }
  }

  @Test
  void aCalibrationSeesTheRulesScoresAndMoreCandidatesThanAreWanted() {
    Document document = document("1", "anaemias", ANEMIA);
    for (Optional<HybridRule> rule : List.of(Optional.of(WORDS), Optional.<HybridRule>empty())) {
      LinkingOptions.Evidences evidence = new LinkingOptions.Evidences(true, true, rule);
      Calibration margin = marginUnder(evidence);
      Link two = link(2, evidence, Optional.of(margin), document);
      Link one = link(1, evidence, Optional.of(margin), document);
      assertThat(two.candidates())
          .isEqualTo(link(2, evidence, Optional.empty(), document).candidates());
      float first = two.candidates().getFirst().score();
      float second = two.candidates().getLast().score();
      assertThat(two.probability()).hasValue(1 / (1 + Math.exp(-((double) first - second))));
      assertThat(one.candidates()).hasSize(1);
      assertThat(one.probability()).isEqualTo(two.probability());
    }
  }

  @Test
  void aCalibrationHoldsOnlyUnderTheConditionsThatItWasLearnedUnder() {
    Document document = document("1", "anaemias", ANEMIA);
    LinkingOptions.Evidences whole = new LinkingOptions.Evidences(true, true, Optional.of(WORDS));
    HybridRule refitted =
        new HybridRule(
            Map.of(Feature.values()[0], 7.0),
            WORDS.types(),
            WORDS.best(),
            WORDS.modelFingerprint(),
            WORDS.provenance());
    Optional<Calibration> learned = Optional.of(marginUnder(whole));
    assertThat(link(2, whole, learned, document).probability()).isPresent();
    Map<LinkingOptions.Evidences, String> others =
        Map.of(
            new LinkingOptions.Evidences(false, true, Optional.of(WORDS)),
            "with abbreviations written out, not abbreviations as they stand;",
            new LinkingOptions.Evidences(true, false, Optional.of(WORDS)),
            ", not training mentions none;",
            new LinkingOptions.Evidences(true, true, Optional.empty()),
            ", not rule none;",
            new LinkingOptions.Evidences(true, true, Optional.of(refitted)),
            "with rule ");
    others.forEach(
        (other, difference) ->
            assertThatThrownBy(() -> link(2, other, learned, document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the calibration does not hold here")
                .hasMessageContaining(difference));
  }

  private Calibration marginUnder(LinkingOptions.Evidences evidence) {
    return new Calibration(
        EntityLinker.conditions(MODEL, index, evidence),
        2,
        1,
        0,
        ConfidenceFeatures.NAMES.stream()
            .map(name -> new Calibration.Weight(name, 0, 1, name.equals("margin") ? 1 : 0))
            .toList(),
        List.of(),
        0.9,
        OptionalDouble.empty());
  }

  private Link link(
      int topK,
      LinkingOptions.Evidences evidence,
      Optional<Calibration> calibration,
      Document document) {
    LinkingOptions options = new LinkingOptions(topK, 1, new SearchStrategy.Exact(), evidence);
    try (EntityLinker linker = EntityLinker.of(MODEL, index, options, calibration)) {
      return linker.link(document).getFirst();
    }
  }

  /** Names of the ontology, each in another form, so that the model's order stays arbitrary. */
  private static Document others() {
    Object[] textsAndConcepts = new Object[80];
    for (int i = 0; i < 40; i++) {
      textsAndConcepts[2 * i] = "Others " + i;
    }
    return document("1", textsAndConcepts);
  }

  @Test
  void whoAsksForMoreGetsTheSameAnswersFirst() {
    HybridRule ranks =
        rule(
            Map.of(Feature.SAME_NAME, 1.0, Feature.LOG_RANK, 1.0, Feature.CONCEPT_COUNT, 9.0),
            "f00d");
    LinkingOptions.Evidences evidence =
        new LinkingOptions.Evidences(true, true, Optional.of(ranks));
    for (SearchStrategy search :
        List.of(new SearchStrategy.Graph(GraphWalk.DEFAULTS), new SearchStrategy.Exact())) {
      try (EntityLinker five =
              EntityLinker.of(MODEL, index, new LinkingOptions(5, 1, search, evidence));
          EntityLinker fifty =
              EntityLinker.of(MODEL, index, new LinkingOptions(50, 1, search, evidence))) {
        List<Link> few = five.link(others());
        List<Link> many = fifty.link(others());
        for (int i = 0; i < few.size(); i++) {
          assertThat(few.get(i).candidates()).hasSize(5);
          assertThat(many.get(i).candidates()).hasSize(42);
          assertThat(many.get(i).candidates().subList(0, 5)).isEqualTo(few.get(i).candidates());
          assertThat(many.get(i).candidates())
              .isSortedAccordingTo(Comparator.comparingDouble(c -> -c.score()));
        }
      }
    }
  }

  @Test
  void withoutMemoryTrainingMentionsAreNoEvidence() {
    Document document = document("1", "Paleness", PALLOR);
    RankedMention ranked = rank(new SearchStrategy.Exact(), false, document).getFirst();
    assertThat(ranked.link().candidates())
        .noneMatch(candidate -> candidate.matchedName().equals("paleness"));
  }

  @Test
  void goldConceptsDoNotInfluenceTheLinkAndRanksAgreeWithIt() {
    for (String words : List.of("anaemias", "paleness", "unheard of", "other 3")) {
      RankedMention with =
          rank(new SearchStrategy.Exact(), true, document("1", words, new ConceptId("X7")))
              .getFirst();
      RankedMention without =
          rank(new SearchStrategy.Exact(), true, document("1", words, null)).getFirst();
      assertThat(with.link().candidates()).isEqualTo(without.link().candidates());
      int listed =
          with.link().candidates().stream()
              .map(candidate -> candidate.concept().value())
              .toList()
              .indexOf("X7");
      int rank = with.ranks().get(new ConceptId("X7"));
      assertThat(rank).isEqualTo(listed >= 0 ? listed + 1 : rank).isBetween(1, 42);
      assertThat(listed >= 0).isEqualTo(rank <= with.link().candidates().size());
    }
  }

  @Test
  void aPartOfTheConceptsIsAllThatCanBeAnswered() {
    LinkingOptions options =
        new LinkingOptions(
            5,
            1,
            new SearchStrategy.Exact(),
            new LinkingOptions.Evidences(true, true, Optional.of(WORDS)));
    try (EntityLinker linker =
        EntityLinker.among(Set.of(PALLOR, new ConceptId("X1")), MODEL, index, options)) {
      assertThat(linker.concepts()).isEqualTo(2);
      assertThat(linker.link(document("1", "anaemia", null)).getFirst().candidates())
          .extracting(candidate -> candidate.concept().value())
          .containsExactlyInAnyOrder("P", "X1");
    }
  }

  @Test
  void aRuleForAnotherModelIsRefused() {
    HybridRule foreign = rule(Map.of(Feature.SAME_NAME, 1.0), "beef");
    LinkingOptions options =
        new LinkingOptions(
            5,
            1,
            new SearchStrategy.Exact(),
            new LinkingOptions.Evidences(true, true, Optional.of(foreign)));
    assertThatThrownBy(() -> EntityLinker.of(MODEL, index, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("beef", "f00d", "--no-hybrid");
  }

  @Test
  void aFitLearnsThatNamesTell() {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      documents.add(document("" + i, "anaemia", ANEMIA, "Other " + i, new ConceptId("X" + i)));
    }
    FitSettings settings = new FitSettings(3, 5, 1, true, new SearchStrategy.Exact(), 1, 4);
    List<Integer> told = new ArrayList<>();
    HybridFit fit =
        new HybridFitter(MODEL, index, settings)
            .fit(documents, Map.of("corpus", "c"), (done, total) -> told.add(done));
    assertThat(fit.mentions()).isEqualTo(24);
    assertThat(fit.reachable()).isEqualTo(24);
    assertThat(fit.accuracies().getFirst().accuracy()).isEqualTo(1.0);
    assertThat(fit.accuracies()).extracting(HybridFit.Accuracy::features).contains("without names");
    assertThat(fit.rule().weights().get(Feature.SAME_NAME)).isPositive();
    assertThat(fit.rule().provenance()).containsEntry("corpus", "c");
    assertThat(told).startsWith(1).endsWith(12);
  }

  @Test
  void aDocumentsOwnMentionsAreNoEvidenceForIt() {
    List<Document> held = List.of(document("1", "paleness", PALLOR, "greyness", PALLOR));
    List<Document> others = List.of(document("2", "greyness", PALLOR, "greyness", PALLOR));
    List<FoldFeatures.Sample> samples =
        new FoldFeatures(MODEL, index, FitSettings.of(1)).of(held, others, Progress.NONE);
    assertThat(samples).hasSize(2);
    FoldFeatures.Sample paleness = samples.get(0);
    assertThat(paleness.candidates())
        .allMatch(candidate -> candidate.values()[Feature.MEMORY_COUNT.ordinal()] == 0)
        .noneMatch(candidate -> candidate.hit().row().remembered());
    FoldFeatures.Sample greyness = samples.get(1);
    assertThat(greyness.candidates().get(greyness.gold()).values()[Feature.MEMORY_COUNT.ordinal()])
        .isEqualTo(Math.log1p(2));
  }
}
