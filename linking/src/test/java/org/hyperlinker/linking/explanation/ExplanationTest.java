package org.hyperlinker.linking.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.HashModel;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.linking.hybrid.Feature;
import org.hyperlinker.linking.hybrid.HybridRule;
import org.hyperlinker.linking.hybrid.TypeBranches;
import org.hyperlinker.linking.hybrid.WeighedFeature;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.Progress;
import org.hyperlinker.search.strategy.SearchStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model ranks by hash codes: equal texts are nearest, the rest is arbitrary. */
class ExplanationTest {

  private static final String TEXT = "Pallor in atrial fibrillation (AF) ceased; AF did not.";
  private static final Span PALLOR = new Span(0, 6);
  private static final Span SHORT_FORM = new Span(43, 45);

  private static final HashModel MODEL = new HashModel("f00d");

  private static final HybridRule RULE =
      new HybridRule(
          Map.of(
              Feature.SAME_NAME, 5.0,
              Feature.LIKENESS, 2.0,
              Feature.LOG_RANK, 0.5,
              Feature.NAMED_ELSEWHERE, -1.0),
          TypeBranches.NONE,
          4,
          "f00d",
          new TreeMap<>());

  @TempDir Path folder;
  private EmbeddingIndex index;

  @BeforeEach
  void build() throws IOException {
    List<Concept> concepts = new ArrayList<>();
    concepts.add(Concept.named("F", "atrial fibrillation"));
    concepts.add(Concept.named("P", "Pallor", "paleness"));
    for (int i = 0; i < 20; i++) {
      concepts.add(Concept.named("X" + i, "other " + i));
    }
    IndexBuilder.build(
        MODEL,
        new KnowledgeBase(concepts),
        IndexSettings.NAMES,
        folder.resolve("index"),
        Progress.NONE);
    index = EmbeddingIndex.open(folder.resolve("index"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  private EntityLinker linker(Optional<HybridRule> rule) {
    return linker(MODEL, rule);
  }

  private EntityLinker linker(HashModel model, Optional<HybridRule> rule) {
    return EntityLinker.of(
        model,
        index,
        new LinkingOptions(
            10, 1, new SearchStrategy.Exact(), new LinkingOptions.Evidences(true, true, rule)));
  }

  private static Document document() {
    return Document.ofText(
        TEXT, List.of(Mention.at(PALLOR, "Pallor"), Mention.at(SHORT_FORM, "AF")));
  }

  @Test
  void theCandidatesAreThoseOfTheLinkAndTheirFeaturesSumToTheirScores() {
    try (EntityLinker linker = linker(Optional.of(RULE));
        EntityLinker model = linker(Optional.empty())) {
      Explanation explained = linker.explain(document(), 0);
      Link link = linker.link(document()).getFirst();
      assertThat(explained.mention()).isEqualTo(link.mention());
      assertThat(explained.candidates())
          .extracting(ExplainedCandidate::candidate)
          .isEqualTo(link.candidates().subList(0, 2));
      Map<String, Float> scores = new TreeMap<>();
      model
          .link(document())
          .getFirst()
          .candidates()
          .forEach(candidate -> scores.put(candidate.concept().value(), candidate.score()));
      for (ExplainedCandidate candidate : explained.candidates()) {
        assertThat(candidate.features())
            .extracting(WeighedFeature::feature)
            .containsExactly(
                Feature.SAME_NAME, Feature.LIKENESS, Feature.LOG_RANK, Feature.NAMED_ELSEWHERE);
        assertThat(sum(candidate.features()))
            .isCloseTo(candidate.candidate().score(), within(1e-5));
        assertThat(candidate.modelScore())
            .isEqualTo(scores.get(candidate.candidate().concept().value()));
      }
    }
  }

  private static double sum(List<WeighedFeature> features) {
    return features.stream().mapToDouble(WeighedFeature::contribution).sum();
  }

  @Test
  void theDifferenceIsThatOfTheScoresLargestFirst() {
    try (EntityLinker linker = linker(Optional.of(RULE))) {
      Explanation explained = linker.explain(document(), 0);
      List<Explanation.Separation> difference = explained.difference();
      assertThat(difference.getFirst().feature()).isEqualTo(Feature.SAME_NAME);
      assertThat(difference.getFirst().contribution()).isEqualTo(5.0);
      assertThat(difference)
          .isSortedAccordingTo(
              Comparator.comparingDouble(Explanation.Separation::contribution).reversed())
          .noneMatch(separation -> separation.contribution() == 0);
      assertThat(difference.stream().mapToDouble(Explanation.Separation::contribution).sum())
          .isCloseTo(
              sum(explained.candidates().get(0).features())
                  - sum(explained.candidates().get(1).features()),
              within(1e-9));
    }
  }

  @Test
  void withoutARuleTheModelDecides() {
    try (EntityLinker linker = linker(Optional.empty())) {
      Explanation explained = linker.explain(TEXT, PALLOR);
      Link link = linker.link(TEXT, PALLOR);
      assertThat(explained.candidates())
          .extracting(ExplainedCandidate::candidate)
          .isEqualTo(link.candidates().subList(0, 2));
      assertThat(explained.candidates())
          .allMatch(c -> c.features().isEmpty() && c.modelScore() == c.candidate().score());
      assertThat(explained.difference()).isEmpty();
    }
  }

  @Test
  void whatTheTextSaysOfAMentionIsMissingWhereItStandsAlone() {
    try (EntityLinker linker = linker(Optional.empty())) {
      Explanation explained = linker.explain(document(), 1);
      assertThat(explained.query())
          .isEqualTo(
              new QueryRead(
                  "atrial fibrillation", ContextWindow.NONE, Optional.of("atrial fibrillation")));
      assertThat(explained.candidates().getFirst().candidate().concept().value()).isEqualTo("F");
      List<Candidate> alone = linker.link("AF", new Span(0, 2)).candidates();
      assertThat(alone).doesNotContain(explained.candidates().getFirst().candidate());
      assertThat(explained.withoutContext()).isEqualTo(alone.subList(0, Explanation.ALONE));
      assertThat(linker.explain(document(), 0).query().expanded()).isEmpty();
    }
  }

  @Test
  void theOtherMentionsOfTheDocumentCount() {
    try (EntityLinker linker = linker(Optional.of(RULE))) {
      Document twice =
          Document.ofText(
              "Pallor, paleness",
              List.of(
                  Mention.at(new Span(0, 6), "Pallor"), Mention.at(new Span(8, 16), "paleness")));
      assertThat(elsewhere(linker.explain(twice, 0))).isEqualTo(Math.log(2));
      assertThat(elsewhere(linker.explain("Pallor, paleness", PALLOR))).isZero();
    }
  }

  private static double elsewhere(Explanation explained) {
    ExplainedCandidate first = explained.candidates().getFirst();
    assertThat(first.candidate().concept().value()).isEqualTo("P");
    return first.features().stream()
        .filter(feature -> feature.feature() == Feature.NAMED_ELSEWHERE)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void theQueryIsShownWithTheContextThatIsRead() {
    ContextWindow window = new ContextWindow(20, WindowUnit.CHARACTERS);
    ModelSettings settings =
        new ModelSettings(
            new QueryTemplate(window),
            ItemTemplate.NAME_ONLY,
            64,
            64,
            Similarity.INNER_PRODUCT,
            Map.of());
    try (EntityLinker linker = linker(new HashModel("f00d", 24, settings), Optional.empty())) {
      QueryRead query = linker.explain(TEXT, PALLOR).query();
      assertThat(query.text()).isEqualTo("Pallor [SEP] Pallor in atrial");
      assertThat(query.window()).isEqualTo(window);
    }
  }

  @Test
  void mentionsThatAreNotThereAreRefused() {
    try (EntityLinker linker = linker(Optional.empty())) {
      assertThatThrownBy(() -> linker.explain(document(), 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> linker.explain("short", new Span(2, 9)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("outside");
    }
  }
}
