package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of MeSH, against counts made without this code. */
class MeshDataTest {

  @Test
  void everyConceptAndNameIsRead(@TempDir Path folder) throws IOException {
    List<Path> files =
        List.of(TestData.file("mesh/desc2015.xml.gz"), TestData.file("mesh/supp2015.xml.gz"));
    OntologyFiles mesh = Ontologies.read(files);
    KnowledgeBase knowledgeBase = mesh.knowledgeBase();
    List<Concept> concepts = knowledgeBase.concepts();
    assertThat(mesh.ledgers()).extracting(Ledger::read).containsExactly(30_679L, 27_736L);
    assertThat(mesh.ledgers()).allSatisfy(ledger -> assertThat(ledger.skipped()).isEmpty());
    assertThat(concepts).hasSize(58_415);
    assertThat(concepts.stream().mapToLong(MeshDataTest::distinctWithoutCase).sum())
        .isEqualTo(346_256);
    // As written there are 346,270 different terms; eight headings are spelt like none of theirs.
    assertThat(knowledgeBase.distinctNames()).isEqualTo(346_278);
    assertThat(concepts.stream().filter(c -> !c.definitions().isEmpty())).hasSize(1_224);
    assertThat(concepts.getLast().kind()).isEqualTo(ConceptKind.SUPPLEMENTARY);

    Path copy = folder.resolve("mesh.jsonl");
    KnowledgeBaseWriter.write(copy, knowledgeBase);
    boolean same = Ontologies.read(List.of(copy)).knowledgeBase().concepts().equals(concepts);
    assertThat(same).as("MeSH is the same after writing and reading it").isTrue();
  }

  private static long distinctWithoutCase(Concept concept) {
    return concept.names().stream()
        .map(name -> name.text().toLowerCase(Locale.ROOT))
        .distinct()
        .count();
  }
}
