package org.hyperlinker.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.GraphSettings;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexContents;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.Progress;
import org.hyperlinker.search.index.RowKind;

/** An index of made-up names, two to a concept, whose embeddings follow from their hash codes. */
public final class NamesIndex {

  /** The model that made it. */
  public static final HashModel MODEL = new HashModel("f00d");

  private NamesIndex() {}

  /** Builds and opens one in single precision with ten stored neighbours. */
  public static EmbeddingIndex build(Path directory, int concepts) throws IOException {
    return build(directory, concepts, ItemStorage.FLOAT32, false);
  }

  /** Builds and opens a compact one with ten stored neighbours. */
  public static EmbeddingIndex buildCompact(Path directory, int concepts) throws IOException {
    return build(directory, concepts, ItemStorage.INT8, true);
  }

  private static EmbeddingIndex build(
      Path directory, int concepts, ItemStorage storage, boolean compact) throws IOException {
    List<Concept> all = new ArrayList<>();
    for (int i = 0; i < concepts; i++) {
      all.add(Concept.named("C" + i, "substance " + i, "agent" + 7 * i + " acid"));
    }
    IndexSettings settings =
        new IndexSettings(
            new IndexContents(RowKind.NAME, true, storage, new GraphSettings(8, 32), 10, compact),
            64,
            2);
    IndexBuilder.build(MODEL, new KnowledgeBase(all), settings, directory, Progress.NONE);
    return EmbeddingIndex.open(directory);
  }
}
