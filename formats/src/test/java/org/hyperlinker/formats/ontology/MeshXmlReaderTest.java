package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.formats.FormatException;
import org.junit.jupiter.api.Test;

class MeshXmlReaderTest extends OntologyReaderContract {

  @Override
  OntologyReader reader() {
    return new MeshXmlReader();
  }

  @Override
  protected String format() {
    return "mesh";
  }

  @Override
  protected String fixture() {
    return "supplementary.xml";
  }

  @Override
  protected int records() {
    return 2;
  }

  @Override
  protected Map<String, Long> skipped() {
    return Map.of("term without text", 1L);
  }

  @Override
  protected Map<String, Integer> faults() {
    return Map.of(
        "record-without-id.xml", 5,
        "concept-without-name.xml", 4,
        "id-with-blank.xml", 4,
        "unclosed-element.xml", 5,
        "element-in-text.xml", 4,
        "no-record.xml", 4,
        "wrong-root.xml", 2,
        "internal-entity.xml", 4);
  }

  @Test
  void aSupplementaryRecord() throws IOException {
    assertThat(concepts().getFirst())
        .isEqualTo(
            new Concept(
                new ConceptId("C000002"),
                ConceptKind.SUPPLEMENTARY,
                List.of(
                    new ConceptName("bevonium", NameKind.PREFERRED, false, "NON"),
                    new ConceptName(
                        "bevonium methyl sulfate", NameKind.CONCEPT_PREFERRED, false, "NON"),
                    new ConceptName("ion, bevonium", NameKind.SYNONYM, true, "LAB")),
                List.of("Of the substance.", "Of the salt."),
                List.of(),
                List.of(new ConceptId("D001561"), new ConceptId("D010880")),
                List.of("structure given in first source & elsewhere")));
    assertThat(concepts().getLast().preferredName()).isEqualTo("heading only");
  }

  @Test
  void theNlmsOwnDescriptors() throws IOException {
    List<Concept> concepts =
        Ontologies.read(List.of(resource("desc2015-nlm-sample.xml.gz"))).knowledgeBase().concepts();
    assertThat(concepts).extracting(c -> c.id().value()).containsExactly("D000001", "D000002");
    Concept temefos = concepts.getLast();
    assertThat(temefos.kind()).isEqualTo(ConceptKind.DESCRIPTOR);
    assertThat(temefos.names())
        .containsExactly(
            new ConceptName("Temefos", NameKind.PREFERRED, false, "NON"),
            new ConceptName("Temephos", NameKind.SYNONYM, false, "TRD"),
            new ConceptName("Abate", NameKind.CONCEPT_PREFERRED, false, "TRD"),
            new ConceptName("Difos", NameKind.CONCEPT_PREFERRED, false, "TRD"));
    assertThat(temefos.definitions()).containsExactly("An organothiophosphate insecticide.");
    assertThat(temefos.treeNumbers())
        .containsExactly("D02.705.400.625.800", "D02.705.539.345.800", "D02.886.300.692.800");
    assertThat(temefos.mappedTo()).isEmpty();
  }

  @Test
  void aConceptInTwoFilesIsRefusedWithBothPlaces() {
    Path file = resource("supplementary.xml");
    assertThatThrownBy(() -> Ontologies.read(List.of(file, file)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ":4: repeated concept")
        .hasMessageContaining("C000002 as in " + file + ":4");
  }

  @Test
  void whatIsNoOntologyIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "just a note\n");
    assertThatThrownBy(() -> Ontologies.read(List.of(file)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ":1: unknown ontology format")
        .hasMessageContaining("just a note");
  }
}
