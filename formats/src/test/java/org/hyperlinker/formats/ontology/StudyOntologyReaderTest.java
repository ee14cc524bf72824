package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.junit.jupiter.api.Test;

class StudyOntologyReaderTest extends OntologyReaderContract {

  @Override
  OntologyReader reader() {
    return new StudyOntologyReader();
  }

  @Override
  protected String format() {
    return "study";
  }

  @Override
  protected String fixture() {
    return "example.json";
  }

  @Override
  protected int records() {
    return 2;
  }

  @Override
  protected Map<String, Long> skipped() {
    return Map.of("field 'extra'", 1L);
  }

  @Override
  protected Map<String, Integer> faults() {
    return Map.of(
        "not-an-array.json", 1,
        "name-missing.json", 2,
        "unclosed-array.json", 2,
        "text-after-array.json", 2,
        "not-an-object.json", 2,
        "no-concept.json", 0);
  }

  @Test
  void namesKindAndDefinition() throws IOException {
    Concept calcimycin = concepts().getFirst();
    assertThat(calcimycin.id().value()).isEqualTo("D000001");
    assertThat(calcimycin.names())
        .containsExactly(
            ConceptName.preferred("Calcimycin"),
            ConceptName.synonym("A-23187"),
            ConceptName.synonym("A23187"));
    assertThat(calcimycin.definition()).isEqualTo("An ionophore.");
    assertThat(concepts().getLast().kind()).isEqualTo(ConceptKind.SUPPLEMENTARY);
    assertThat(concepts().getLast().definitions()).isEmpty();
  }

  @Test
  void aliasesAreWrittenOnceInCodePointOrder() throws IOException {
    Path file = folder.resolve("mesh2015.json");
    Concept concept = Concept.named("D1", "b", "\uFF5E", "💉", "a", "b", "a", "Z");
    StudyOntologyWriter.write(file, new KnowledgeBase(List.of(concept)));
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            [
            {"id":"MESH:D1","name":"b","aliases":["Z","a","\uFF5E","💉"],"definition":""}
            ]
            """);
    assertThat(Ontologies.read(List.of(file)).knowledgeBase().concepts().getFirst().id())
        .isEqualTo(concept.id());
  }
}
