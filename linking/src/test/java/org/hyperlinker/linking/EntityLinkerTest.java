package org.hyperlinker.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.linking.detection.TaggerDetector;
import org.hyperlinker.model.encoding.ForwardingModel;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityLinkerTest {

  private static final HashModel MODEL = new HashModel("f00d");
  private static final LinkingOptions TWO = new LinkingOptions(2, 2);

  @TempDir Path folder;
  private EmbeddingIndex index;

  @BeforeEach
  void buildTheIndex() throws IOException {
    KnowledgeBase knowledgeBase =
        new KnowledgeBase(
            List.of(
                Concept.named("D001241", "Aspirin", "acetylsalicylic acid"),
                Concept.named("D009203", "Myocardial Infarction", "heart attack"),
                Concept.named("D000082", "Acetaminophen")));
    Path directory = folder.resolve("index");
    IndexBuilder.build(MODEL, knowledgeBase, IndexSettings.NAMES, directory, Progress.NONE);
    index = EmbeddingIndex.open(directory);
  }

  @AfterEach
  void closeTheIndex() {
    index.close();
  }

  @Test
  void aMentionOfATextGetsItsConceptAndTheNameThatWon() {
    try (EntityLinker linker = EntityLinker.of(MODEL, index, TWO)) {
      Link link = linker.link("After a heart attack he died.", new Span(8, 20));
      assertThat(link.candidates()).hasSize(2);
      Candidate best = link.best().orElseThrow();
      assertThat(best.concept().value()).isEqualTo("D009203");
      assertThat(best.preferredName()).isEqualTo("Myocardial Infarction");
      assertThat(best.matchedName()).isEqualTo("heart attack");
      assertThat(best.score()).isGreaterThan(0.99f);
    }
  }

  @Test
  void documentsAreLinkedInOrderAndADiscontinuousMentionByItsText() {
    Mention split =
        new Mention(
            "",
            List.of(new Span(10, 15), new Span(24, 30)),
            "heart attack",
            "",
            List.of(),
            Map.of());
    Mention aspirin = Mention.at(new Span(40, 47), "Aspirin");
    Passage passage =
        new Passage(
            "abstract",
            10,
            "heart and acute attack and other Aspirin",
            List.of(split, aspirin),
            Map.of());
    Document document = new Document("1", List.of(passage), List.of(), Map.of());
    try (EntityLinker linker = EntityLinker.of(MODEL, index, TWO)) {
      List<Link> links = linker.link(List.of(document, document));
      assertThat(links).extracting(Link::mention).containsExactly(split, aspirin, split, aspirin);
      assertThat(links)
          .extracting(link -> link.best().orElseThrow().concept().value())
          .containsExactly("D009203", "D001241", "D009203", "D001241");
      assertThat(linker.link(document)).isEqualTo(links.subList(0, 2));
    }
  }

  @Test
  void theIndexesTaggerIsOpenedUnlessItIsLeftOut() throws IOException {
    Files.createDirectory(index.directory().resolve(TaggerDetector.FOLDER));
    try (EntityLinker tagging = EntityLinker.of(MODEL, index, TWO);
        EntityLinker naming = EntityLinker.of(MODEL, index, TWO.withoutTagger())) {
      assertThatThrownBy(() -> tagging.linkText("Aspirin helped."))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(TaggerDetector.FOLDER);
      assertThat(naming.linkText("Aspirin helped.")).hasSize(1);
    }
  }

  @Test
  void equalQueriesOfSeveralDocumentsAreComputedOnce() {
    List<List<String>> asked = new ArrayList<>();
    Document document =
        new Document(
            "1",
            List.of(
                new Passage(
                    "",
                    0,
                    "Aspirin and Aspirin",
                    List.of(
                        Mention.at(new Span(0, 7), "Aspirin"),
                        Mention.at(new Span(12, 19), "Aspirin")),
                    Map.of())),
            List.of(),
            Map.of());
    try (EntityLinker linker = EntityLinker.of(new ListeningModel(MODEL, asked::add), index, TWO)) {
      assertThat(linker.link(List.of(document, document))).hasSize(4);
    }
    assertThat(asked).containsExactly(List.of("Aspirin"));
  }

  @Test
  void aMentionOutsideItsTextIsRefused() {
    Mention outside = Mention.at(new Span(90, 95), "ghost");
    Document document =
        new Document(
            "77",
            List.of(new Passage("", 0, "short", List.of(outside), Map.of())),
            List.of(),
            Map.of());
    try (EntityLinker linker = EntityLinker.of(MODEL, index, TWO)) {
      assertThatThrownBy(() -> linker.link(document))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("document 77", "ghost");
      assertThatThrownBy(() -> linker.link("short", new Span(2, 9)))
          .hasMessageContaining("outside");
    }
  }

  @Test
  void aMentionMayGoOnInTheNextPassage() {
    Mention across = Mention.at(new Span(6, 18), "heart attack");
    Document document =
        new Document(
            "1",
            List.of(
                new Passage("title", 0, "Acute heart", List.of(across), Map.of()),
                new Passage("abstract", 12, "attack.", List.of(), Map.of())),
            List.of(),
            Map.of());
    try (EntityLinker linker = EntityLinker.of(MODEL, index, TWO)) {
      assertThat(linker.link(document).getFirst().best().orElseThrow().concept().value())
          .isEqualTo("D009203");
    }
  }

  @Test
  void copiesOfALinkerCloseItOnce() throws IOException {
    EmbeddingIndex own = EmbeddingIndex.open(folder.resolve("index"));
    AtomicInteger closed = new AtomicInteger();
    LinkingModel counted =
        new ForwardingModel(MODEL) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    EntityLinker linker = EntityLinker.of(counted, own, TWO).owning(counted, own);
    EntityLinker copy = linker.detecting(linker.detector());
    copy.close();
    linker.close();
    assertThat(closed).hasValue(1);
    assertThatThrownBy(() -> own.embedding(0, new float[24]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anIndexOfAnotherModelIsRefused() {
    assertThatThrownBy(() -> EntityLinker.of(new HashModel("beef"), index))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("f00d", "beef");
  }
}
