package org.hyperlinker.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.search.HashModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingIndexTest {

  private static final HashModel MODEL = new HashModel("f00d");
  private static final IndexSettings NAMES = new IndexSettings(RowKind.NAME, true, 2);
  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeBase(
          List.of(
              new Concept(
                  new ConceptId("D009203"),
                  ConceptKind.DESCRIPTOR,
                  List.of(
                      ConceptName.preferred("Myocardial Infarction"),
                      new ConceptName("Infarction, Myocardial", NameKind.SYNONYM, true, ""),
                      ConceptName.synonym("Heart Attack"),
                      ConceptName.synonym("Heart Attack")),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of()),
              Concept.named("D001241", "Aspirin", "Acetylsalicylic Acid"),
              Concept.named("D000082", "Acetaminophen")));

  @TempDir Path folder;

  private Path build(IndexSettings settings) throws IOException {
    Path directory = folder.resolve("index");
    IndexBuilder.build(MODEL, KNOWLEDGE, settings, Map.of("corpus", "x"), directory, Progress.NONE);
    return directory;
  }

  @Test
  void namesInKnowledgeBaseOrderWithTheirOwnEmbeddings() throws IOException {
    try (EmbeddingIndex index = EmbeddingIndex.open(build(NAMES), true)) {
      assertThat(names(index))
          .containsExactly(
              "Myocardial Infarction",
              "Heart Attack",
              "Aspirin",
              "Acetylsalicylic Acid",
              "Acetaminophen");
      assertThat(index.row(1).preferredName()).isEqualTo("Myocardial Infarction");
      assertThat(index.row(1).kind()).isEqualTo(NameKind.SYNONYM);
      float[][] expected = MODEL.encodeItems(names(index));
      for (int row = 0; row < index.size(); row++) {
        float[] found = new float[index.dimension()];
        index.embedding(row, found);
        assertThat(found).containsExactly(expected[row]);
      }
      assertThat(index.metadata().provenance()).containsEntry("corpus", "x");
      assertThat(index.metadata().modelSettings()).isEqualTo(MODEL.settings());
      assertThat(index.metadata().concepts()).isEqualTo(3);
    }
  }

  @Test
  void oneRowAConceptAsTheStudyHadIt() throws IOException {
    try (EmbeddingIndex index = EmbeddingIndex.open(build(IndexSettings.CONCEPTS))) {
      assertThat(names(index)).containsExactly("Myocardial Infarction", "Aspirin", "Acetaminophen");
    }
  }

  @Test
  void permutedNamesAreKeptWhereAskedFor() throws IOException {
    try (EmbeddingIndex index =
        EmbeddingIndex.open(build(new IndexSettings(RowKind.NAME, false, 64)))) {
      assertThat(names(index)).contains("Infarction, Myocardial").hasSize(6);
    }
  }

  @Test
  void aPartHasItsOwnRowsAndEmbeddings() throws IOException {
    try (EmbeddingIndex index = EmbeddingIndex.open(build(NAMES))) {
      ConceptId aspirin = new ConceptId("D001241");
      EmbeddedRows part = index.restrictedTo(Set.of(aspirin, new ConceptId("X")));
      assertThat(names(part)).containsExactly("Aspirin", "Acetylsalicylic Acid");
      float[] found = new float[part.dimension()];
      part.embedding(1, found);
      assertThat(found).containsExactly(MODEL.encodeItems(List.of("Acetylsalicylic Acid"))[0]);
      assertThat(index.contains(aspirin)).isTrue();
      assertThat(index.contains(new ConceptId("X"))).isFalse();
    }
  }

  @Test
  void equalInputsGiveEqualBytes() throws IOException {
    Path directory = build(NAMES);
    List<byte[]> first = contents(directory);
    build(NAMES);
    assertThat(contents(directory)).usingRecursiveComparison().isEqualTo(first);
  }

  @Test
  void anotherModelIsRefusedByBothFingerprints() throws IOException {
    try (EmbeddingIndex index = EmbeddingIndex.open(build(NAMES))) {
      index.requireModel(new HashModel("f00d"));
      assertThatThrownBy(() -> index.requireModel(new HashModel("beef")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("f00d", "beef");
    }
  }

  @Test
  void aFlippedByteIsFoundWhenDigestsAreChecked() throws IOException {
    Path directory = build(NAMES);
    Path file = directory.resolve(IndexFiles.EMBEDDINGS);
    byte[] bytes = Files.readAllBytes(file);
    bytes[17] ^= 1;
    Files.write(file, bytes);
    EmbeddingIndex.open(directory).close();
    assertThatThrownBy(() -> EmbeddingIndex.open(directory, true))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(IndexFiles.EMBEDDINGS, "SHA-256");
  }

  @Test
  void aShortFileIsFoundWithoutDigests() throws IOException {
    Path directory = build(NAMES);
    Path file = directory.resolve(IndexFiles.EMBEDDINGS);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
    assertThatThrownBy(() -> EmbeddingIndex.open(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected 480 bytes, found 100");
  }

  @Test
  void anotherVersionAndNoIndexAreToldApart() throws IOException {
    Path directory = build(NAMES);
    Path file = directory.resolve(IndexFiles.METADATA);
    Files.writeString(file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 9"));
    assertThatThrownBy(() -> EmbeddingIndex.open(directory))
        .hasMessageContaining("expected 1, found 9");
    assertThatThrownBy(() -> EmbeddingIndex.open(folder)).hasMessageContaining("is no index");
  }

  @Test
  void anInterruptedBuildLeavesNothing() throws IOException {
    List<Long> seen = new ArrayList<>();
    Progress interrupting =
        (done, total) -> {
          seen.add(done);
          if (done == 2) {
            Thread.currentThread().interrupt();
          }
        };
    Path directory = folder.resolve("index");
    assertThatThrownBy(() -> IndexBuilder.build(MODEL, KNOWLEDGE, NAMES, directory, interrupting))
        .hasRootCauseInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(seen).containsExactly(0L, 2L);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aModelThatFailsLeavesTheOldIndex() throws IOException {
    Path directory = build(NAMES);
    List<byte[]> before = contents(directory);
    Progress failing =
        (done, total) -> {
          throw new IllegalStateException("no more");
        };
    assertThatThrownBy(() -> IndexBuilder.build(MODEL, KNOWLEDGE, NAMES, directory, failing))
        .hasMessage("no more");
    assertThat(contents(directory)).usingRecursiveComparison().isEqualTo(before);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(directory);
    }
  }

  private static List<String> names(EmbeddedRows rows) {
    List<String> names = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      names.add(rows.row(row).name());
    }
    return names;
  }

  private static List<byte[]> contents(Path directory) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents;
  }
}
