package org.hyperlinker.linking.detection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.linking.HashModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.IndexSource;
import org.hyperlinker.search.index.Progress;

/** An index of a few diseases and chemicals, and one training mention. */
final class DetectionIndex {

  static final HashModel MODEL = new HashModel("f00d");

  private DetectionIndex() {}

  /** Builds it in a folder, where {@code index} is its directory, and opens it. */
  static EmbeddingIndex build(Path folder) throws IOException {
    List<Concept> concepts =
        List.of(
            concept("H", "C14", "Hypertension"),
            concept("P", "C14", "Hypertension, Pulmonary"),
            concept("N", "C23", "Pain"),
            concept("I", "D03", "Isoproterenol"),
            concept("A", "D01", "Arsenic", "AS"),
            concept("K", "D01", "Calcium Chloride", "CaCl(2)"),
            concept("S", "F03", "Depression"),
            concept("G", "G07", "Secretion"));
    MentionMemory memory =
        new MentionMemory(List.of(new RememberedMention("depression", new ConceptId("S"), 3)));
    IndexBuilder.build(
        MODEL,
        new IndexSource(new KnowledgeBase(concepts), memory, Map.of()),
        IndexSettings.NAMES,
        folder.resolve("index"),
        Progress.NONE);
    return EmbeddingIndex.open(folder.resolve("index"));
  }

  private static Concept concept(String id, String tree, String... names) {
    List<ConceptName> all =
        IntStream.range(0, names.length)
            .mapToObj(i -> i == 0 ? ConceptName.preferred(names[i]) : ConceptName.synonym(names[i]))
            .toList();
    return new Concept(
        new ConceptId(id),
        ConceptKind.DESCRIPTOR,
        all,
        List.of(),
        List.of(tree),
        List.of(),
        List.of());
  }
}
