package org.hyperlinker.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.HashModel;
import org.hyperlinker.search.RankQuery;
import org.hyperlinker.search.RankedConcepts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training mentions as rows, rows left out, and lookups by normal form. */
class TrainingMentionRowsTest {

  private static final HashModel MODEL = new HashModel("f00d");
  private static final ConceptId INFARCTION = new ConceptId("D009203");
  private static final ConceptId ASPIRIN = new ConceptId("D001241");

  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeBase(
          List.of(
              concept("D009203", List.of("C14.280", "C23.1", "C14.907"), "Myocardial Infarction"),
              concept("D001241", List.of("D02.455"), "Aspirin", "Acetylsalicylic Acid")));

  private static final MentionMemory MEMORY =
      new MentionMemory(
          List.of(
              new RememberedMention("heart attacks", INFARCTION, 3),
              new RememberedMention("Aspirin", ASPIRIN, 7),
              new RememberedMention("ghost", new ConceptId("X"), 1)));

  @TempDir Path folder;
  private EmbeddingIndex index;

  private static Concept concept(String id, List<String> trees, String name, String... synonyms) {
    Concept named = Concept.named(id, name, synonyms);
    return new Concept(
        named.id(), ConceptKind.DESCRIPTOR, named.names(), List.of(), trees, List.of(), List.of());
  }

  @BeforeEach
  void build() throws IOException {
    Path directory = folder.resolve("index");
    IndexBuilder.build(
        MODEL,
        new IndexSource(KNOWLEDGE, MEMORY, Map.of()),
        IndexSettings.NAMES,
        directory,
        Progress.NONE);
    index = EmbeddingIndex.open(directory);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void eachMentionOfAKnownConceptFollowsItsNames() {
    assertThat(IntStream.range(0, index.size()).mapToObj(row -> index.row(row).name()))
        .containsExactly(
            "Myocardial Infarction", "heart attacks", "Aspirin", "Acetylsalicylic Acid", "Aspirin");
    IndexRow mention = index.row(1);
    assertThat(mention.kind()).isEqualTo(NameKind.TRAINING_MENTION);
    assertThat(mention.count()).isEqualTo(3);
    assertThat(mention.branches()).isEqualTo("C");
    assertThat(index.row(2).count()).isZero();
    assertThat(index.row(2).branches()).isEqualTo("D");
    assertThat(index.remembered().stream()).containsExactly(1, 4);
    assertThat(index.memory().mentions()).isEqualTo(MEMORY.mentions().subList(0, 2));
  }

  @Test
  void rowsLeftOutDoNotCount() {
    try (ExactSearch search = new ExactSearch(index, 2)) {
      RankedConcepts with = rank(search, new BitSet());
      assertThat(with.hits().getFirst().concept()).isEqualTo(INFARCTION);
      assertThat(with.asked().get(INFARCTION).number()).isEqualTo(1);
      RankedConcepts without = rank(search, index.remembered());
      assertThat(without.asked().get(INFARCTION).number()).isZero();
      assertThat(without.hits()).extracting(ConceptHit::number).doesNotContain(1, 4);
      BitSet all = new BitSet();
      all.set(0, 2);
      assertThat(rank(search, all).hits()).extracting(ConceptHit::concept).containsExactly(ASPIRIN);
      assertThat(rank(search, all).ranks()).isEmpty();
    }
    EmbeddedRows part = index.restrictedTo(Set.of(INFARCTION), index.remembered());
    assertThat(part.size()).isEqualTo(1);
  }

  private static RankedConcepts rank(ExactSearch search, BitSet leftOut) {
    return search
        .rank(
            List.of(
                new RankQuery(
                    MODEL.encodeQueries(List.of("heart attacks")).getFirst(),
                    Set.of(INFARCTION),
                    leftOut)),
            5)
        .getFirst();
  }

  @Test
  void lookupsGoByNormalForm() {
    Lexicon lexicon = index.lexicon();
    assertThat(lexicon.sameForm(NormalForm.of("Heart-attack"))).containsExactly(1);
    assertThat(lexicon.sameForm(NormalForm.of("aspirins"))).containsExactly(2, 4);
    assertThat(lexicon.sameForm(NormalForm.of("attack of the heart"))).isEmpty();
    assertThat(lexicon.sameBag(NormalForm.of("attack of the heart"))).containsExactly(1);
    assertThat(lexicon.sameForm(NormalForm.of("?"))).isEmpty();
  }
}
