package org.hyperlinker.preparation.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.preparation.example.ExampleBuilder.SplitExamples;
import org.hyperlinker.preparation.progress.Progress;
import org.junit.jupiter.api.Test;

class ExampleBuilderTest {

  private static final ExampleSettings NAMES =
      new ExampleSettings(
          QueryTemplate.NAME_ONLY,
          ItemTemplate.NAME_ONLY,
          Positives.PREFERRED_NAME,
          Deduplication.NONE,
          false,
          new Negatives.None());

  @Test
  void countsEveryMentionOnce() {
    SplitCounts counts = build(NAMES).counts();

    assertThat(counts.documents()).isEqualTo(1);
    assertThat(counts.mentions()).isEqualTo(8);
    assertThat(counts.singleConcept()).isEqualTo(5);
    assertThat(counts.uniqueTriples()).isEqualTo(4);
    assertThat(counts.kept()).isEqualTo(4);
    assertThat(counts.skipped())
        .isEqualTo(
            Map.of(
                SkipReason.NO_CONCEPT, 1L,
                SkipReason.DISCONTINUOUS, 1L,
                SkipReason.COMPOSITE, 1L,
                SkipReason.NOT_IN_ONTOLOGY, 1L,
                SkipReason.REPEATED, 0L));
  }

  @Test
  void writesTheStudysTextsAndUniqueIds() {
    List<Example> examples =
        build(ExampleSettings.STUDY.withDeduplication(Deduplication.NONE)).examples();

    assertThat(examples)
        .extracting(example -> example.query().id())
        .containsExactly("100:0-12", "100:17-29", "100:17-29:1", "100:36-43");
    assertThat(examples.getLast().query().content()).isEqualTo("aspirin [SEP] " + Fixture.TITLE);
    ExampleItem item = examples.getLast().items().getFirst();
    assertThat(item.id()).isEqualTo("D2");
    assertThat(item.content()).isEqualTo("Aspirin");
    assertThat(item.score()).hasValue(1);
    assertThat(item.type()).isEqualTo("positive");
  }

  @Test
  void leavesOutRepetitionsByEachRule() {
    Document twice =
        Fixture.document(
            Fixture.mention("Heart attack", 0, "D1"),
            Fixture.mention("heart attack", 17, "D1"),
            Fixture.mention("heart attack", 17, "D1"),
            Fixture.mention("heart attack", 17, "D5"));

    SplitExamples triples = build(NAMES.withDeduplication(Deduplication.UNIQUE_TRIPLES), twice);
    assertThat(triples.counts().kept()).isEqualTo(3);
    assertThat(triples.counts().skipped()).containsEntry(SkipReason.REPEATED, 1L);
    SplitExamples queries =
        build(NAMES.withDeduplication(Deduplication.UNIQUE_QUERIES), twice, twice);
    assertThat(queries.counts().kept()).isEqualTo(3);
    assertThat(queries.counts().skipped()).containsEntry(SkipReason.REPEATED, 5L);
  }

  @Test
  void choosesPositives() {
    assertThat(contents(build(NAMES.withPositives(Positives.CLOSEST_NAME)).examples().getFirst()))
        .containsExactly("Heart Attack");
    List<Example> all = build(NAMES.withPositives(Positives.ALL_NAMES)).examples();
    assertThat(all.subList(0, 3))
        .extracting(example -> example.items().getFirst().content())
        .containsExactly("Myocardial Infarction", "Heart Attack", "heart attack");
    assertThat(all)
        .extracting(example -> example.query().id())
        .doesNotHaveDuplicates()
        .startsWith("100:0-12", "100:0-12:1", "100:0-12:2");
  }

  @Test
  void givesCompositeMentionsOnePositiveAConcept() {
    ExampleSettings composite =
        new ExampleSettings(
            NAMES.query(),
            NAMES.item(),
            Positives.CLOSEST_NAME,
            Deduplication.NONE,
            true,
            new Negatives.None());

    SplitExamples made = build(composite);

    assertThat(made.counts().kept()).isEqualTo(5);
    assertThat(contents(made.examples().getLast())).containsExactly("Aspirin", "Renal Failure");
  }

  @Test
  void drawsRandomNegativesOfOtherConcepts() {
    ExampleSettings random =
        NAMES.withPositives(Positives.CLOSEST_NAME).withNegatives(new Negatives.Random(4, 7));

    for (Example example : build(random).examples()) {
      String gold = example.items().getFirst().id();
      List<ExampleItem> negatives = example.items().subList(1, 5);
      assertThat(negatives).extracting(ExampleItem::type).containsOnly("negative");
      assertThat(negatives).allSatisfy(item -> assertThat(item.score()).hasValue(0));
      assertThat(negatives)
          .extracting(ExampleItem::id)
          .doesNotContain(gold)
          .doesNotHaveDuplicates();
    }
    assertThat(build(random).examples()).isEqualTo(build(random).examples());
    assertThat(build(random.withNegatives(new Negatives.Random(4, 8))).examples())
        .isNotEqualTo(build(random).examples());
  }

  @Test
  void takesTheClosestNamesAsHardNegatives() {
    ExampleSettings hard =
        NAMES.withPositives(Positives.ALL_NAMES).withNegatives(new Negatives.Hard(2, 7));
    Document document = Fixture.document(Fixture.mention("renal failure", 47, "D3"));

    assertThat(contents(build(hard, document).examples().getFirst()))
        .containsExactly("Renal Insufficiency", "Heart Failure", "Liver Failure");
  }

  @Test
  void neverTakesANameThatReadsLikeAGoldOne() {
    ExampleSettings hard =
        NAMES.withPositives(Positives.CLOSEST_NAME).withNegatives(new Negatives.Hard(5, 7));
    Document document = Fixture.document(Fixture.mention("heart attack", 17, "D1"));

    assertThat(contents(build(hard, document).examples().getFirst()).subList(1, 6))
        .as("D5 is called Heart Attack, too, but also otherwise")
        .contains("Cardiac Arrest")
        .noneMatch("heart attack"::equalsIgnoreCase);
  }

  @Test
  void showsPreferredNamesWhereTheIndexHasOneRowAConcept() {
    ExampleSettings hard = NAMES.withNegatives(new Negatives.Hard(1, 7));
    Document document = Fixture.document(Fixture.mention("cardiac failures", 17, "D3"));

    assertThat(contents(build(hard, document).examples().getFirst()))
        .containsExactly("Renal Insufficiency", "Heart Failure");
  }

  @Test
  void fillsUpWithRandomOnesWhereNothingIsClose() {
    ExampleSettings hard = NAMES.withNegatives(new Negatives.Hard(3, 7));
    Document document = Fixture.document(Fixture.mention("zzz", 0, "D6"));

    assertThat(build(hard, document).examples().getFirst().items()).hasSize(4);
  }

  @Test
  void saysThatTheOntologyIsTooSmall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> build(NAMES.withNegatives(new Negatives.Random(9, 1))))
        .withMessageContaining("9 negatives a query are asked for");
  }

  @Test
  void namesAMentionOutsideItsPassage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> build(NAMES, Fixture.document(Fixture.mention("lost", 500, "D1"))))
        .withMessageContaining("document 100: mention 'lost'");
  }

  private static List<String> contents(Example example) {
    return example.items().stream().map(ExampleItem::content).toList();
  }

  private static SplitExamples build(ExampleSettings settings, Document... documents) {
    List<Document> split = documents.length == 0 ? List.of(Fixture.document()) : List.of(documents);
    return new ExampleBuilder(Fixture.ontology(), settings).build(split, Progress.SILENT);
  }
}
