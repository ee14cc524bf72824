package org.hyperlinker.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.evaluation.LetterModel;
import org.hyperlinker.evaluation.Progress;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.strategy.SearchStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {

  private static final KnowledgeBase ONTOLOGY =
      new KnowledgeBase(
          List.of(
              Concept.named("C1", "aspirin", "acetylsalicylic acid"),
              Concept.named("C2", "fever"),
              Concept.named("C3", "feverr"),
              Concept.named("C4", "headache")));

  /** Five words to mention, two of them equal. */
  private static final String TEXT = "Aspirin feverr aspirin xylitol headache";

  private static final Corpus CORPUS =
      corpus(
          "test.txt",
          mention(0, 7, "Chemical", "C1"),
          // The ontology has a better namesake, so the gold concept is second among all.
          mention(8, 14, "Disease", "C2"),
          mention(15, 22, "Chemical", "C1"),
          mention(15, 22, "Chemical", "C1"),
          mention(23, 30, "Chemical", "X9"),
          mention(31, 39, "Disease", "C2", "C4"),
          mention(31, 39, "Disease"));

  @TempDir Path folder;
  private final LetterModel model = new LetterModel(true);
  private EmbeddingIndex index;

  @BeforeEach
  void buildIndex() throws IOException {
    IndexBuilder.build(
        model,
        ONTOLOGY,
        IndexSettings.NAMES,
        folder.resolve("index"),
        org.hyperlinker.search.index.Progress.NONE);
    index = EmbeddingIndex.open(folder.resolve("index"));
  }

  @AfterEach
  void closeIndex() {
    index.close();
  }

  private static Mention mention(int start, int end, String type, String... concepts) {
    return new Mention(
        "",
        List.of(new Span(start, end)),
        TEXT.substring(start, end),
        type,
        List.of(concepts).stream().map(ConceptId::new).toList(),
        Map.of());
  }

  private static Corpus corpus(String name, Mention... mentions) {
    Passage passage = new Passage("title", 0, TEXT, List.of(mentions), Map.of());
    return new Corpus(
        name, "00", List.of(new Document("1", List.of(passage), List.of(), Map.of())));
  }

  private Evaluation evaluate(Protocol protocol, Optional<Corpus> training) {
    return new Evaluator(new IndexedCandidates(model, index, 1), EvaluationSettings.of(protocol))
        .evaluate(CORPUS, training, Progress.NONE);
  }

  private static Slice slice(Evaluation evaluation, String group, String value) {
    return evaluation.report().slices().stream()
        .filter(s -> s.group().equals(group) && s.value().equals(value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fullAsksEveryMentionAmongAllConcepts() {
    Evaluation evaluation = evaluate(Protocol.FULL, Optional.empty());
    assertThat(evaluation.report().coverage()).isEqualTo(new Coverage(7, 1, 1, 5, 5, 4, 1, 0, 4));
    assertThat(evaluation.report().main().summary().mentions()).isEqualTo(4);
    assertThat(evaluation.report().main().summary().accuracy()).containsEntry(1, 0.75);
    assertThat(evaluation.report().main().summary().mrr()).isEqualTo(3.5 / 4);
    Slice single = slice(evaluation, "mentions", "all single");
    assertThat(single.summary().mentions()).isEqualTo(5);
    assertThat(single.summary().accuracy()).containsEntry(1, 0.6);
    assertThat(slice(evaluation, "type", "Disease").summary().accuracy()).containsEntry(1, 0.0);
    assertThat(evaluation.mentions()).hasSize(7);
  }

  @Test
  void restrictedAsksEachTripleOnceAmongTheCorpussOwnConcepts() {
    Evaluation evaluation = evaluate(Protocol.RESTRICTED, Optional.empty());
    assertThat(evaluation.report().coverage()).isEqualTo(new Coverage(7, 1, 1, 5, 4, 3, 0, 0, 2));
    assertThat(evaluation.report().main().summary().mentions()).isEqualTo(3);
    assertThat(evaluation.report().main().summary().accuracy()).containsEntry(1, 1.0);
    assertThat(evaluation.mentions())
        .extracting(r -> r.mention().spans().getFirst().start())
        .containsExactly(0, 8, 15, 23);
  }

  @Test
  void theReportNamesTheSearchThatWasUsed() {
    LinkingOptions graph = new LinkingOptions(5, 1, new SearchStrategy.Graph(GraphWalk.DEFAULTS));
    for (Protocol protocol : Protocol.values()) {
      SortedMap<String, String> provenance =
          new Evaluator(new IndexedCandidates(model, index, graph), EvaluationSettings.of(protocol))
              .evaluate(CORPUS, Optional.empty(), Progress.NONE)
              .report()
              .provenance();
      assertThat(provenance.get("search"))
          .startsWith(protocol == Protocol.RESTRICTED ? "Exact" : "Graph");
    }
  }

  @Test
  void aPartWithoutAConceptIsNotSought() {
    Mention partly = mention(31, 39, "Disease", "C4", "-1");
    Coverage coverage =
        new Evaluator(new IndexedCandidates(model, index, 1), EvaluationSettings.of(Protocol.FULL))
            .evaluate(
                corpus("x", mention(0, 7, "Chemical", "C1"), partly),
                Optional.empty(),
                Progress.NONE)
            .report()
            .coverage();
    assertThat(coverage.composite()).isEqualTo(1);
    assertThat(coverage.compositeWhole()).isEqualTo(1);
  }

  @Test
  void aCoordinationIsRightAsAWholeIfEachPartIs() throws IOException {
    String text = "fever and headache";
    Mention both =
        new Mention(
            "",
            List.of(new Span(0, text.length())),
            text,
            "Disease",
            List.of(new ConceptId("C2"), new ConceptId("C4")),
            Map.of());
    Mention fever = Mention.at(new Span(0, 5), "fever");
    Mention single =
        new Mention("", fever.spans(), "fever", "", List.of(new ConceptId("C2")), Map.of());
    Passage passage = new Passage("", 0, text, List.of(both, single), Map.of());
    Corpus corpus =
        new Corpus("c", "00", List.of(new Document("1", List.of(passage), List.of(), Map.of())));
    Evaluation evaluation =
        new Evaluator(new IndexedCandidates(model, index, 1), EvaluationSettings.of(Protocol.FULL))
            .evaluate(corpus, Optional.empty(), Progress.NONE);
    assertThat(evaluation.report().coverage().compositeWhole()).isEqualTo(1);
    assertThat(evaluation.report().coverage().compositeHits()).isEqualTo(1);
    assertThat(evaluation.mentions().getFirst().parts())
        .extracting(part -> part.text())
        .containsExactly("fever", "headache");
    Path file = folder.resolve("parts.jsonl");
    EvaluationFiles.writeMentions(file, evaluation.mentions());
    assertThat(EvaluationFiles.readMentions(file)).isEqualTo(evaluation.mentions());
  }

  @Test
  void seenIsToldFromUnseen() {
    Corpus training = corpus("train.txt", mention(0, 7, "", "C1"), mention(8, 14, "", "C2", "C3"));
    Evaluation evaluation = evaluate(Protocol.FULL, Optional.of(training));
    assertThat(slice(evaluation, "concept", "seen").summary().mentions()).isEqualTo(3);
    // Composite mentions give no examples, so they do not make their concepts seen.
    assertThat(slice(evaluation, "concept", "unseen").summary().mentions()).isEqualTo(1);
    assertThat(slice(evaluation, "surface and concept", "seen").summary().mentions()).isEqualTo(3);
    Corpus other = corpus("train.txt", mention(31, 39, "", "C1"));
    Evaluation renamed = evaluate(Protocol.FULL, Optional.of(other));
    assertThat(slice(renamed, "concept", "seen").summary().mentions()).isEqualTo(3);
    assertThat(slice(renamed, "surface and concept", "unseen").summary().mentions()).isEqualTo(4);
  }

  @Test
  void equalTextsAreEncodedOnceAndProgressReachesTheEnd() {
    List<String> told = new ArrayList<>();
    int before = model.encoded();
    Evaluation evaluation =
        new Evaluator(
                new IndexedCandidates(model, index, 2),
                new EvaluationSettings(Protocol.FULL, new TreeSet<>(List.of(1)), 10, 2, 3))
            .evaluate(
                CORPUS, Optional.empty(), (what, done, total) -> told.add(done + "/" + total));
    assertThat(model.encoded() - before).isEqualTo(5);
    assertThat(evaluation.report().timings().queries()).isEqualTo(5);
    assertThat(told).containsExactly("3/5", "5/5");
    assertThat(evaluation.mentions()).allSatisfy(r -> assertThat(r.answer().top()).hasSize(2));
  }

  @Test
  void aForeignOntologyIsRefused() {
    Evaluator evaluator =
        new Evaluator(new IndexedCandidates(model, index, 1), EvaluationSettings.of(Protocol.FULL));
    assertThatThrownBy(
            () ->
                evaluator.evaluate(
                    corpus("x.txt", mention(0, 7, "", "X1")), Optional.empty(), Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x.txt")
        .hasMessageContaining("same ontology");
  }

  @Test
  void aMentionOutsideItsPassageIsNamed() {
    Passage passage = new Passage("title", 0, "short", List.of(mention(0, 7, "", "C1")), Map.of());
    Corpus broken =
        new Corpus("x", "00", List.of(new Document("77", List.of(passage), List.of(), Map.of())));
    Evaluator evaluator =
        new Evaluator(new IndexedCandidates(model, index, 1), EvaluationSettings.of(Protocol.FULL));
    assertThatThrownBy(() -> evaluator.evaluate(broken, Optional.empty(), Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("document 77")
        .hasMessageContaining("Aspirin");
  }

  @Test
  void theTableIsAligned() {
    String text = ReportTable.text(evaluate(Protocol.FULL, Optional.empty()).report());
    assertThat(text)
        .startsWith("test.txt, full: every mention; 4 candidates")
        .contains(
            """
                                mentions   Acc@1  (95 %)   Acc@5  Acc@10     MRR  MRR@10
            mentions  in ontology         4  0.7500       -  1.0000  1.0000  0.8750  0.8750
                      all single          5  0.6000       -  0.8000  0.8000  0.7000  0.7000
            type      Chemical            3  1.0000       -  1.0000  1.0000  1.0000  1.0000
                      Disease             1  0.0000       -  1.0000  1.0000  0.5000  0.5000
            """)
        .contains("7 mentions: 5 single-concept, 1 composite, 1 without concept")
        .contains("asked, of which 4 (80.0 %) in the ontology")
        .contains("of 1, 0 have all their concepts right and 1 at least one");
  }

  @Test
  void jsonSaysWhereFiguresComeFromAndMentionsWhatWasAnswered() throws IOException {
    Evaluation evaluation = evaluate(Protocol.FULL, Optional.empty());
    EvaluationFiles.writeReport(
        folder.resolve("report.json"), evaluation.report(), Optional.empty());
    EvaluationFiles.writeMentions(folder.resolve("mentions.jsonl"), evaluation.mentions());
    ObjectMapper json = new ObjectMapper();
    JsonNode report = json.readTree(folder.resolve("report.json").toFile());
    assertThat(report.at("/results/0/Accuracy@1").asDouble()).isEqualTo(0.75);
    assertThat(report.at("/provenance/corpus_sha256").asText()).isEqualTo("00");
    assertThat(report.at("/provenance/model_fingerprint").asText()).isEqualTo("letters");
    assertThat(report.at("/coverage/in_ontology").asInt()).isEqualTo(4);
    List<String> lines = Files.readAllLines(folder.resolve("mentions.jsonl"));
    assertThat(lines).hasSize(7);
    JsonNode second = json.readTree(lines.get(1));
    assertThat(second.get("gold").toString()).isEqualTo("[\"C2\"]");
    assertThat(second.get("gold_ranks").toString()).isEqualTo("[2]");
    assertThat(second.get("spans").toString()).isEqualTo("[[8,14]]");
    assertThat(second.at("/candidates/0/concept").asText()).isEqualTo("C3");
    assertThat(json.readTree(lines.get(4)).get("gold_ranks").toString()).isEqualTo("[null]");
    assertThat(report.at("/results/0/intervals/MRR").isNull()).isTrue();
    assertThat(EvaluationFiles.readMentions(folder.resolve("mentions.jsonl")))
        .isEqualTo(evaluation.mentions());
    assertThat(evaluation.mentions())
        .extracting(MentionResult::standing)
        .containsExactly(
            Standing.LINKABLE,
            Standing.LINKABLE,
            Standing.LINKABLE,
            Standing.LINKABLE,
            Standing.OUTSIDE,
            Standing.COMPOSITE,
            Standing.NO_CONCEPT);
  }
}
