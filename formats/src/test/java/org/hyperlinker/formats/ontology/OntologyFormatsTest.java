package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OBO, UMLS and tables, with their filters. */
class OntologyFormatsTest {

  @TempDir Path folder;

  private static OntologyFilter filter(Set<String> types, Set<String> branches) {
    return new OntologyFilter(types, branches, Set.of("ENG"), Set.of());
  }

  private static List<String> ids(Path file, OntologyFilter filter) throws IOException {
    return Ontologies.read(List.of(file), filter).knowledgeBase().concepts().stream()
        .map(concept -> concept.id().value())
        .toList();
  }

  @Test
  void oboTermsAndBranches() throws IOException {
    String obo =
        """
        format-version: 1.2

        [Term]
        id: X:1
        name: a\\, disease ! of all
        def: "Said \\"so\\"." [url:http\\://x]
        synonym: "ailment" RELATED []

        [Term]
        id: X:2
        name: sub
        is_a: X:1 ! disease

        [Term]
        id: X:3
        name: old
        is_obsolete: true

        [Term]
        id: X:4
        name: other

        [Typedef]
        id: part_of
        """;
    Path file = Files.writeString(folder.resolve("a.obo"), obo);
    Concept first = Ontologies.read(List.of(file)).knowledgeBase().concepts().getFirst();
    assertThat(first.preferredName()).isEqualTo("a, disease ! of all");
    assertThat(first.definition()).isEqualTo("Said \"so\".");
    assertThat(first.names().getLast().lexicalTag()).isEqualTo("RELATED");
    assertThat(ids(file, OntologyFilter.NONE)).containsExactly("X:1", "X:2", "X:4");
    assertThat(ids(file, filter(Set.of(), Set.of("X:1")))).containsExactly("X:1", "X:2");
    assertThatThrownBy(() -> ids(file, filter(Set.of(), Set.of("X:9"))))
        .hasMessageContaining("no concept is left");
    Files.writeString(file, obo.replace("name: sub", "name"));
    assertThatThrownBy(() -> ids(file, OntologyFilter.NONE)).hasMessageStartingWith(file + ":11: ");
  }

  @Test
  void theHumanDiseaseOntologyIsRead() throws IOException {
    Path file = TestData.file("obo/HumanDO-2015-05.obo.gz");
    OntologyFiles read = Ontologies.read(List.of(file));
    assertThat(read.knowledgeBase().size()).isGreaterThan(6000);
    assertThat(read.ledgers().getFirst().skipped()).containsKey("obsolete term");
  }

  @Test
  void umlsNamesDefinitionsAndTypes() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("MRCONSO.RRF"),
            """
            C0000001|ENG|S|L1|PF|S1|Y|A1||M1|D1|MSH|ET|D1|Narcan|0|N|256|
            C0000001|ENG|P|L1|PF|S2|Y|A2||M1|D1|MSH|MH|D1|Naloxone|0|N|256|
            C0000001|FRE|P|L1|PF|S3|Y|A3||M1|D1|MSHFRE|MH|D1|Naloxone f|0|N||
            C0000001|ENG|P|L1|PF|S4|Y|A4||M1|D1|MSH|MH|D1|hidden|0|O||
            C0000002|ENG|P|L2|PF|S5|Y|A5||M2|D2|SNOMEDCT_US|PT|D2|Pain|9|N||
            """);
    Files.writeString(folder.resolve("MRDEF.RRF"), "C0000001|A2|AT1||MSH|An antagonist.|N||\n");
    Files.writeString(
        folder.resolve("MRSTY.RRF"),
        "C0000001|T121|A1.4.1.1.1|Pharmacologic Substance|AT||\n"
            + "C0000002|T184|A2.2.2|Sign or Symptom|AT||\n");
    Files.writeString(
        folder.resolve("MRREL.RRF"), "C0000002|A5|AUI|PAR|C0000001|A2|AUI||R||MSH|MSH|||N||\n");
    Concept first = Ontologies.read(List.of(file)).knowledgeBase().concepts().getFirst();
    assertThat(first.names()).extracting(ConceptName::text).containsExactly("Naloxone", "Narcan");
    assertThat(first.definition()).isEqualTo("An antagonist.");
    assertThat(ids(file, filter(Set.of("T184"), Set.of()))).containsExactly("C0000002");
    assertThat(ids(file, filter(Set.of("Pharmacologic Substance"), Set.of())))
        .containsExactly("C0000001");
    assertThat(ids(file, filter(Set.of(), Set.of("A1.4")))).containsExactly("C0000001");
    assertThat(ids(file, filter(Set.of(), Set.of("C0000001")))).hasSize(2);
    OntologyFilter snomed =
        new OntologyFilter(Set.of(), Set.of(), Set.of("ENG"), Set.of("SNOMEDCT_US"));
    assertThat(ids(file, snomed)).containsExactly("C0000002");
    Files.writeString(file, "C0000001|ENG|P\n");
    assertThatThrownBy(() -> ids(file, OntologyFilter.NONE))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ":1: ");
  }

  @Test
  void tables() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("a.csv"),
            "\uFEFFid,name,synonyms,semantic_types,tree_numbers,more\r\n"
                + "A:1,\"one, two\",uno|eins,T1,C1.2,x\r\nA:2,two,,T2,C10,\r\n");
    Concept first = Ontologies.read(List.of(csv)).knowledgeBase().concepts().getFirst();
    assertThat(first.names())
        .extracting(ConceptName::text)
        .containsExactly("one, two", "uno", "eins");
    assertThat(ids(csv, filter(Set.of("T2"), Set.of()))).containsExactly("A:2");
    assertThat(ids(csv, filter(Set.of(), Set.of("C1")))).containsExactly("A:1");
    Path tsv = Files.writeString(folder.resolve("a.tsv"), "id\tname\nA:1\tone\nA:2\t\n");
    assertThatThrownBy(() -> ids(tsv, OntologyFilter.NONE)).hasMessageStartingWith(tsv + ":3: ");
    Files.writeString(tsv, "id\tname\nA:1\tone\nA:2\n");
    assertThatThrownBy(() -> ids(tsv, OntologyFilter.NONE)).isInstanceOf(FormatException.class);
  }

  @Test
  void oboSaysWhatTookThePlaceOfAnId() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("r.obo"),
            """
            format-version: 1.2

            [Term]
            id: X:1
            name: one
            alt_id: X:11
            alt_id: X:12 ! merged

            [Term]
            id: X:2
            is_obsolete: true
            replaced_by: X:11
            """);
    assertThat(Ontologies.read(List.of(file)).replacements())
        .isEqualTo(
            Map.of(
                new ConceptId("X:11"), new ConceptId("X:1"),
                new ConceptId("X:12"), new ConceptId("X:1"),
                new ConceptId("X:2"), new ConceptId("X:11")));
  }

  @Test
  void aMapOfIdsIsReadOrRefusedWithItsLine() throws IOException {
    Path file = folder.resolve("map.tsv");
    Files.writeString(file, "# old\tnew\n\nC1\tD1\tremark\nMESH:C2\tD1\r\nC1\tD1\n");
    assertThat(IdMap.read(file))
        .isEqualTo(
            Map.of(
                new ConceptId("C1"), new ConceptId("D1"),
                new ConceptId("C2"), new ConceptId("D1")));
    for (String broken : List.of("C1", "C1\tD 1", "C1\tD1\nC1\tD2", "# none")) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> IdMap.read(file))
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(file + ":" + broken.lines().count() + ": ");
    }
  }
}
