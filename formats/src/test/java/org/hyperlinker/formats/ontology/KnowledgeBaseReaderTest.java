package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.ontology.NameKind;
import org.junit.jupiter.api.Test;

class KnowledgeBaseReaderTest extends OntologyReaderContract {

  @Override
  OntologyReader reader() {
    return new KnowledgeBaseReader();
  }

  @Override
  protected String format() {
    return "knowledge-base";
  }

  @Override
  protected String fixture() {
    return "example.jsonl";
  }

  @Override
  protected int records() {
    return 2;
  }

  @Override
  protected Map<String, Long> skipped() {
    return Map.of("blank line", 1L);
  }

  @Override
  protected Map<String, Integer> faults() {
    return Map.of(
        "names-missing.jsonl", 2,
        "names-empty.jsonl", 2,
        "unknown-field.jsonl", 2,
        "unknown-kind.jsonl", 2,
        "first-name-not-preferred.jsonl", 2,
        "blank-name.jsonl", 2,
        "not-an-object.jsonl", 2,
        "broken-json.jsonl", 2,
        "repeated-field.jsonl", 2);
  }

  @Test
  void everyField() throws IOException {
    assertThat(concepts())
        .containsExactly(
            new Concept(
                new ConceptId("D000001"),
                ConceptKind.DESCRIPTOR,
                List.of(
                    new ConceptName("Calcimycin", NameKind.PREFERRED, false, "NON"),
                    new ConceptName("A-23187", NameKind.CONCEPT_PREFERRED, false, "LAB"),
                    new ConceptName("A23187, Antibiotic", NameKind.SYNONYM, true, "")),
                List.of("An ionophore."),
                List.of("D03.438.221.173"),
                List.of(),
                List.of()),
            new Concept(
                new ConceptId("C000002"),
                ConceptKind.SUPPLEMENTARY,
                List.of(
                    ConceptName.preferred("bevonium"),
                    new ConceptName("bevo", NameKind.TRAINING_MENTION, false, "")),
                List.of(),
                List.of(),
                List.of(new ConceptId("D001561")),
                List.of("remark")));
  }

  @Test
  void gzippedTwiceGivesTheSameBytes() throws IOException {
    KnowledgeBase knowledgeBase = new KnowledgeBase(concepts());
    Path first = folder.resolve("a.jsonl.gz");
    Path second = folder.resolve("b.jsonl.gz");
    KnowledgeBaseWriter.write(first, knowledgeBase);
    KnowledgeBaseWriter.write(second, knowledgeBase);
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(first.toFile().length()).isPositive();
  }
}
