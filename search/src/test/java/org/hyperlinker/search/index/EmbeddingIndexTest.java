package org.hyperlinker.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.search.HashModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingIndexTest {

  private static final HashModel MODEL = new HashModel("f00d");
  private static final IndexSettings NAMES = new IndexSettings(RowKind.NAME, true, 2);
  private static final IndexSettings WITH_NEIGHBOURS =
      new IndexSettings(
          new IndexContents(RowKind.NAME, true, ItemStorage.INT8, GraphSettings.DEFAULTS, 2), 2, 2);
  private static final IndexSettings COMPACT =
      new IndexSettings(
          new IndexContents(RowKind.NAME, true, ItemStorage.INT8, GraphSettings.DEFAULTS, 0, true),
          2,
          2);
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
    IndexBuilder.build(
        MODEL,
        new IndexSource(KNOWLEDGE, MentionMemory.NONE, Map.of("corpus", "x")),
        settings,
        directory,
        Progress.NONE);
    return directory;
  }

  @Test
  void namesInKnowledgeBaseOrderWithTheirOwnEmbeddings() throws IOException {
    try (EmbeddingIndex index = EmbeddingIndex.open(build(NAMES))) {
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
      EmbeddedRows part = index.restrictedTo(Set.of(aspirin, new ConceptId("X")), new BitSet());
      assertThat(names(part)).containsExactly("Aspirin", "Acetylsalicylic Acid");
      float[] found = new float[part.dimension()];
      part.embedding(1, found);
      assertThat(found).containsExactly(MODEL.encodeItems(List.of("Acetylsalicylic Acid"))[0]);
      assertThat(index.contains(aspirin)).isTrue();
      assertThat(index.contains(new ConceptId("X"))).isFalse();
    }
  }

  @Test
  void equalInputsGiveEqualPackedEmbeddings() throws IOException {
    Path directory = build(NAMES);
    IndexMetadata.Content first = packed(directory);
    build(NAMES);
    assertThat(packed(directory)).isEqualTo(first);
  }

  private static IndexMetadata.Content packed(Path directory) throws IOException {
    try (EmbeddingIndex index = EmbeddingIndex.open(directory)) {
      return index.metadata().files().get(IndexFiles.PACKED);
    }
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFlippedByteInAnyFileIsFoundByACheck(boolean compact) throws IOException {
    Path directory = build(compact ? COMPACT : WITH_NEIGHBOURS);
    assertThat(EmbeddingIndex.check(directory).files().containsKey(IndexFiles.PACKED))
        .isEqualTo(!compact);
    List<Path> files = files(directory);
    assertThat(files).hasSizeGreaterThan(6);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> EmbeddingIndex.check(directory))
            .as("byte " + at + " of " + file)
            .isInstanceOf(IOException.class)
            .hasMessageContaining(directory.toString());
        bytes[at] ^= 1;
      }
      Files.write(file, bytes);
    }
    EmbeddingIndex.check(directory);
  }

  @Test
  void aShortFileIsFoundWithoutDigests() throws IOException {
    Path directory = build(NAMES);
    Path file = directory.resolve("generation-1").resolve(IndexFiles.PACKED);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
    assertThatThrownBy(() -> EmbeddingIndex.open(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected 768 bytes, found 100");
  }

  @Test
  void anotherVersionAndNoIndexAreToldApart() throws IOException {
    Path directory = build(NAMES);
    Path file = directory.resolve(IndexFiles.METADATA);
    Files.writeString(file, Files.readString(file).replace("\"version\" : 3", "\"version\" : 1"));
    assertThatThrownBy(() -> EmbeddingIndex.open(directory))
        .hasMessageContaining("expected 3, found 1")
        .hasMessageContaining("build the index again");
    assertThatThrownBy(() -> EmbeddingIndex.open(folder)).hasMessageContaining("is no index");
  }

  @Test
  void aGenerationOutsideTheIndexIsRefused() throws IOException {
    Path directory = build(NAMES);
    Path file = directory.resolve(IndexFiles.METADATA);
    Files.writeString(file, Files.readString(file).replace("generation-1", "../elsewhere"));
    assertThatThrownBy(() -> EmbeddingIndex.open(directory)).hasMessageContaining("bad generation");
  }

  @Test
  void aReaderKeepsItsViewWhileANewVersionIsCommitted() throws IOException {
    Path directory = build(NAMES);
    try (EmbeddingIndex old = EmbeddingIndex.open(directory)) {
      build(IndexSettings.CONCEPTS);
      try (EmbeddingIndex young = EmbeddingIndex.open(directory)) {
        assertThat(young.size()).isEqualTo(3);
      }
      assertThat(names(old)).hasSize(5).contains("Acetylsalicylic Acid");
      float[] found = new float[old.dimension()];
      old.embedding(3, found);
      assertThat(found).containsExactly(MODEL.encodeItems(List.of("Acetylsalicylic Acid"))[0]);
      assertThat(old.packed().blocks().getFirst().value(3, 0)).isNotZero();
      assertThat(old.lexicon().lookAlikes("aspirin", 1)).containsExactly(2);
      assertThat(old.graph().sample(10).rows()).isNotEmpty();
    }
    assertThat(directory).isDirectoryNotContaining("glob:**/generation-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"encode characters", "store", "graph", "neighbours", "commit"})
  void aBuildCutOffAtAnyStageLeavesTheOldIndex(String stage) throws IOException {
    Path directory = build(NAMES);
    List<Path> before = files(directory);
    Progress failing =
        (reached, done, total) -> {
          if (reached.equals(stage)) {
            throw new IllegalStateException("no more");
          }
        };
    assertThatThrownBy(
            () -> IndexBuilder.build(MODEL, KNOWLEDGE, WITH_NEIGHBOURS, directory, failing))
        .hasMessage("no more");
    assertThat(files(directory)).isEqualTo(before);
    EmbeddingIndex.check(directory);
    build(IndexSettings.CONCEPTS);
    assertThat(EmbeddingIndex.check(directory).rows()).isEqualTo(3);
  }

  @Test
  void encodingIsCountedInCharactersFromTheLongestTextOn() throws IOException {
    List<Long> done = new ArrayList<>();
    IndexBuilder.build(
        MODEL,
        KNOWLEDGE,
        new IndexSettings(RowKind.NAME, true, 2),
        folder.resolve("index"),
        (stage, reached, total) -> {
          if (stage.equals("encode characters")) {
            assertThat(total).isEqualTo(21 + 20 + 13 + 12 + 7);
            done.add(reached);
          }
        });
    assertThat(done).containsExactly(0L, 21L + 20, 21L + 20 + 13 + 12, 21L + 20 + 13 + 12 + 7);
  }

  @Test
  void whatAKilledBuildLeftIsRemovedByTheNext() throws IOException {
    Path directory = build(NAMES);
    Path partial = Files.createDirectory(directory.resolve(".generation-2.4711.partial"));
    Files.writeString(partial.resolve("embeddings.raw"), "half");
    Files.createDirectory(directory.resolve("generation-2"));
    Files.writeString(directory.resolve(".index.json.4711.partial"), "{");
    EmbeddingIndex.check(directory);
    assertThat(EmbeddingIndex.check(build(NAMES)).generation()).isEqualTo("generation-3");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(".build.lock", "generation-3", IndexFiles.METADATA);
    }
  }

  @Test
  void twoBuildsDoNotMix() throws IOException {
    Path directory = folder.resolve("index");
    try (Generations held = Generations.lock(directory)) {
      assertThatThrownBy(() -> build(NAMES)).hasMessageContaining("another build");
      assertThat(held.next()).isEqualTo("generation-1");
    }
    assertThat(directory).doesNotExist();
  }

  @Test
  void anInterruptedBuildLeavesNothing() {
    List<Long> seen = new ArrayList<>();
    Progress interrupting =
        (stage, done, total) -> {
          seen.add(done);
          if (done == 21 + 20) {
            Thread.currentThread().interrupt();
          }
        };
    Path directory = folder.resolve("index");
    assertThatThrownBy(() -> IndexBuilder.build(MODEL, KNOWLEDGE, NAMES, directory, interrupting))
        .hasRootCauseInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(seen).containsExactly(0L, 21L + 20);
    assertThat(folder).isEmptyDirectory();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith(".build"))
          .sorted()
          .toList();
    }
  }

  private static List<String> names(EmbeddedRows rows) {
    List<String> names = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      names.add(rows.row(row).name());
    }
    return names;
  }
}
