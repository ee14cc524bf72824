package org.hyperlinker.search.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.HashModel;
import org.hyperlinker.search.SearchHit;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.GraphSettings;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexContents;
import org.hyperlinker.search.index.IndexRow;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.IndexSource;
import org.hyperlinker.search.index.Progress;
import org.hyperlinker.search.index.RowKind;
import org.hyperlinker.search.update.ConceptMove.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is brought to a new version is what a fresh build of that version is. */
class IndexUpdateTest {

  private static final KnowledgeBase OLD =
      new KnowledgeBase(
          List.of(
              Concept.named("D1", "Aspirin", "Acetylsalicylic Acid"),
              Concept.named("C1", "drug x", "x-drug", "agent x"),
              Concept.named("C2", "Kept Name", "First", "Second", "Third"),
              Concept.named("D3", "Vanishing"),
              Concept.named("D4", "Stated away"),
              Concept.named("D5", "Given away"),
              Concept.named("D6", "Holder", "Wandering Name")));

  private static final KnowledgeBase NEW =
      new KnowledgeBase(
          List.of(
              Concept.named("D1", "Aspirin (drug)", "Aspirin", "Acetylsalicylic Acid"),
              Concept.named("D10", "Substance X", "Drug X"),
              Concept.named("D11", "Another name", "First", "second"),
              Concept.named("D6", "Holder"),
              Concept.named("D12", "Successor"),
              Concept.named("D13", "Brand new", "wandering name")));

  private static final NewOntology ONTOLOGY =
      new NewOntology(
          NEW,
          Map.of(id("D5"), id("D50")),
          Map.of(id("D4"), id("D12"), id("D50"), id("D12"), id("D3"), id("D3")),
          Optional.empty(),
          Map.of("ontology_files", "new"));

  private static final MentionMemory MEMORY =
      new MentionMemory(
          List.of(
              new RememberedMention("xs", id("C1"), 2),
              new RememberedMention("given", id("D5"), 1),
              new RememberedMention("Given", id("D4"), 4),
              new RememberedMention("lost", id("D3"), 9)));

  @TempDir Path folder;

  private static ConceptId id(String id) {
    return new ConceptId(id);
  }

  /** What a model was asked to encode. */
  private static final class Counting {
    private final List<String> encoded = new ArrayList<>();

    LinkingModel model() {
      return new CountingModel(new HashModel("f00d"), encoded::addAll);
    }
  }

  private UpdateReport updated(Counting counting, Path index) throws IOException {
    build(counting, OLD, MEMORY, index, IndexSettings.NAMES);
    counting.encoded.clear();
    return IndexUpdate.update(counting.model(), index, ONTOLOGY, 2, 1, Progress.NONE);
  }

  private static void build(
      Counting counting, KnowledgeBase base, MentionMemory memory, Path index, IndexSettings how)
      throws IOException {
    IndexBuilder.build(
        counting.model(), new IndexSource(base, memory, Map.of()), how, index, Progress.NONE);
  }

  @Test
  void theResultIsAFreshBuild() throws IOException {
    Counting counting = new Counting();
    Path index = folder.resolve("index");
    UpdateReport report = updated(counting, index);
    MentionMemory moved =
        new MentionMemory(
            List.of(
                new RememberedMention("xs", id("D10"), 2),
                new RememberedMention("Given", id("D12"), 5)));
    Path fresh = folder.resolve("fresh");
    build(new Counting(), NEW, moved, fresh, IndexSettings.NAMES);
    try (EmbeddingIndex a = EmbeddingIndex.open(index);
        EmbeddingIndex b = EmbeddingIndex.open(fresh)) {
      assertThat(rows(a)).isEqualTo(rows(b));
      assertThat(embeddings(a)).isDeepEqualTo(embeddings(b));
      assertThat(a.metadata().embeddingsSha256()).isEqualTo(b.metadata().embeddingsSha256());
      assertThat(a.metadata().knowledgeBaseSha256()).isEqualTo(b.metadata().knowledgeBaseSha256());
      for (String query : List.of("Aspirin", "drug x", "Brand new", "xs")) {
        assertThat(hits(a, query)).isEqualTo(hits(b, query));
      }
    }
    assertThat(EmbeddingIndex.check(index)).isEqualTo(report.after());
    assertThat(report.after().provenance())
        .containsEntry("ontology_files", "new")
        .containsEntry(IndexUpdate.FROM, report.before().knowledgeBaseSha256());
  }

  @Test
  void onlyNewTextsAreEncoded() throws IOException {
    Counting counting = new Counting();
    UpdateReport report = updated(counting, folder.resolve("index"));
    assertThat(counting.encoded)
        .containsExactlyInAnyOrder(
            "Aspirin (drug)",
            "Substance X",
            "Drug X",
            "Another name",
            "second",
            "Successor",
            "Brand new",
            "wandering name");
    assertThat(report.encoded()).isEqualTo(8);
    assertThat(report.kept()).isEqualTo(report.after().rows() - 8);
  }

  @Test
  void whatChangedIsListed() throws IOException {
    OntologyChanges changes = updated(new Counting(), folder.resolve("index")).changes();
    assertThat(changes.moved())
        .containsExactly(
            new ConceptMove(id("C1"), "drug x", id("D10"), "Substance X", Reason.PREFERRED_NAME),
            new ConceptMove(id("C2"), "Kept Name", id("D11"), "Another name", Reason.NAMES),
            new ConceptMove(id("D4"), "Stated away", id("D12"), "Successor", Reason.STATED),
            new ConceptMove(id("D5"), "Given away", id("D12"), "Successor", Reason.GIVEN));
    assertThat(changes.vanished())
        .containsExactly(new OntologyChanges.Named(id("D3"), "Vanishing"));
    assertThat(changes.appeared())
        .containsExactly(new OntologyChanges.Named(id("D13"), "Brand new"));
    assertThat(changes.renamed())
        .containsExactly(new OntologyChanges.Renamed(id("D1"), "Aspirin", "Aspirin (drug)"));
    assertThat(changes.namesMoved())
        .containsExactly(new OntologyChanges.MovedName("Wandering Name", id("D6"), id("D13")));
  }

  @Test
  void theReportIsJson() throws IOException {
    UpdateReport report = updated(new Counting(), folder.resolve("index"));
    Path file = folder.resolve("report.json");
    UpdateReportFile.write(file, report);
    assertThat(Files.readString(file))
        .contains("\"rows_encoded\" : 8", "\"reason\" : \"preferred_name\"", "\"Vanishing\"");
  }

  @Test
  void aCompactIndexIsEncodedAnew() throws IOException {
    Counting counting = new Counting();
    IndexContents contents =
        new IndexContents(RowKind.NAME, true, ItemStorage.INT8, GraphSettings.DEFAULTS, 0, true);
    IndexSettings compact = new IndexSettings(contents, 8, 1);
    Path index = folder.resolve("index");
    build(counting, OLD, MentionMemory.NONE, index, compact);
    UpdateReport report =
        IndexUpdate.update(counting.model(), index, ONTOLOGY, 8, 1, Progress.NONE);
    Path fresh = folder.resolve("fresh");
    build(new Counting(), NEW, MentionMemory.NONE, fresh, compact);
    assertThat(report.kept()).isZero();
    assertThat(report.after().embeddingsSha256())
        .isEqualTo(EmbeddingIndex.check(fresh).embeddingsSha256());
  }

  /** Of 8-bit and other graphs, of which one and the same model may have both. */
  @Test
  void rowsOfAnotherArithmeticAreEncodedAnew() throws IOException {
    Counting counting = new Counting();
    Path index = folder.resolve("index");
    IndexBuilder.build(
        counting.model(),
        new IndexSource(OLD, MEMORY, Map.of(IndexUpdate.RUNTIME, "onnx-int8")),
        IndexSettings.NAMES,
        index,
        Progress.NONE);
    assertThat(runBy("onnx", counting, index).kept()).isZero();
    assertThat(runBy("libtorch", counting, index).encoded()).isZero();
  }

  private static UpdateReport runBy(String runtime, Counting counting, Path index)
      throws IOException {
    NewOntology ontology =
        new NewOntology(
            NEW, Map.of(), Map.of(), Optional.empty(), Map.of(IndexUpdate.RUNTIME, runtime));
    return IndexUpdate.update(counting.model(), index, ontology, 2, 1, Progress.NONE);
  }

  @Test
  void aMapToNowhereIsRefused() throws IOException {
    Path index = folder.resolve("index");
    Counting counting = new Counting();
    build(counting, OLD, MEMORY, index, IndexSettings.NAMES);
    NewOntology typo =
        new NewOntology(
            NEW,
            Map.of(id("D5"), id("D1O"), id("D3"), id("D12")),
            Map.of(),
            Optional.empty(),
            Map.of());
    assertThatThrownBy(() -> IndexUpdate.update(counting.model(), index, typo, 2, 1, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 of the 2 ids")
        .hasMessageContaining("D5 -> D1O");
    assertThat(EmbeddingIndex.check(index).generation()).isEqualTo("generation-1");
  }

  @Test
  void anotherModelIsRefused() throws IOException {
    Path index = folder.resolve("index");
    build(new Counting(), OLD, MEMORY, index, IndexSettings.NAMES);
    HashModel other = new HashModel("beef", 24, ModelSettings.PLAIN);
    assertThatThrownBy(() -> IndexUpdate.update(other, index, ONTOLOGY, 2, 1, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("f00d")
        .hasMessageContaining("beef");
    assertThat(EmbeddingIndex.check(index).generation()).isEqualTo("generation-1");
    assertThatThrownBy(
            () -> IndexUpdate.update(other, folder.resolve("no"), ONTOLOGY, 2, 1, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no");
  }

  private static List<IndexRow> rows(EmbeddingIndex index) {
    List<IndexRow> rows = new ArrayList<>();
    for (int row = 0; row < index.size(); row++) {
      rows.add(index.row(row));
    }
    return rows;
  }

  private static float[][] embeddings(EmbeddingIndex index) {
    float[][] embeddings = new float[index.size()][index.dimension()];
    for (int row = 0; row < index.size(); row++) {
      index.embedding(row, embeddings[row]);
    }
    return embeddings;
  }

  private static List<SearchHit> hits(EmbeddingIndex index, String query) {
    try (ExactSearch search = new ExactSearch(index, 1)) {
      return search.search(new HashModel("f00d").encodeQueries(List.of(query)), 5).getFirst();
    }
  }
}
