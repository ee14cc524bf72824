package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hyperlinker.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ontologies that are larger, or have fewer files, than the usual ones. */
class OntologyLimitsTest {

  @TempDir Path folder;

  @Test
  void aDefinitionMayBeLong() throws IOException {
    String definition = "so \\\"called\\\" ".repeat(5_000).strip();
    Path obo =
        Files.writeString(
            folder.resolve("long.obo"),
            "format-version: 1.2\n\n[Term]\nid: X:1\nname: a\ndef: \"" + definition + "\" []\n");
    assertThat(Ontologies.read(List.of(obo)).knowledgeBase().concepts().getFirst().definition())
        .hasSize(definition.replace("\\", "").length());
  }

  /** The JDK allows entities of 100,000 characters in all, and counts escapes among them. */
  @Test
  void owlMayHaveManyEscapesAndEntities() throws IOException {
    StringBuilder owl =
        new StringBuilder(
            """
            <?xml version="1.0"?>
            <!DOCTYPE rdf:RDF [<!ENTITY obo "http://purl.obolibrary.org/obo/">]>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
                xmlns:owl="http://www.w3.org/2002/07/owl#">
            <owl:Ontology rdf:about="http://example.org/o"/>
            """);
    for (int i = 0; i < 4_000; i++) {
      owl.append("<owl:Class rdf:about=\"&obo;X_")
          .append(i)
          .append("\"><rdfs:label>")
          .append("2&apos;".repeat(26))
          .append("</rdfs:label></owl:Class>\n");
    }
    Path file = Files.writeString(folder.resolve("o.owl"), owl.append("</rdf:RDF>\n"));
    assertThat(Ontologies.read(List.of(file)).knowledgeBase().concepts()).hasSize(4_000);
    assertThat(System.getProperty("jdk.xml.totalEntitySizeLimit")).isNull();
  }

  /** CTD's diseases have MeSH's ids so. */
  @Test
  void aBranchMayBeNamedWithOrWithoutMeshsPrefix() throws IOException {
    Path obo =
        Files.writeString(
            folder.resolve("ctd.obo"),
            """
            format-version: 1.2

            [Term]
            id: MESH:D009369
            name: Neoplasms

            [Term]
            id: MESH:D001932
            name: Brain Neoplasms
            is_a: MESH:D009369 ! Neoplasms

            [Term]
            id: MESH:D020339
            name: Optic Nerve Glioma
            is_a: MESH:D001932

            [Term]
            id: MESH:D003924
            name: Diabetes
            """);
    for (String branch : List.of("MESH:D009369", "D009369")) {
      OntologyFilter below = new OntologyFilter(Set.of(), Set.of(branch), Set.of(), Set.of());
      assertThat(Ontologies.read(List.of(obo), below).knowledgeBase().concepts()).hasSize(3);
    }
  }

  @Test
  void aDefinitionOfAnotherLanguageIsLeftOut() throws IOException {
    Path conso =
        Files.writeString(
            folder.resolve("MRCONSO.RRF"),
            """
            C0012634|CZE|P|L|PF|S|Y|A2||||MSHCZE|MH|D004194|nemoc|0|N|256|
            C0012634|ENG|P|L|PF|S|Y|A1||||MSH|MH|D004194|Disease|0|N|256|
            """);
    Files.writeString(
        folder.resolve("MRDEF.RRF"),
        """
        C0012634|A2|AT2||MSHCZE|Porucha.|N||
        C0012634|A1|AT1||MSH|A disorder.|N||
        """);
    assertThat(Ontologies.read(List.of(conso)).knowledgeBase().concepts().getFirst().definition())
        .isEqualTo("A disorder.");
  }

  @Test
  void aTableMayBeginWithAByteOrderMarkAndAQuote() throws IOException {
    Path table =
        Files.writeString(folder.resolve("t.csv"), "\uFEFF\"id\",\"name\"\r\n\"A:1\",\"one\"\r\n");
    assertThat(Ontologies.read(List.of(table)).knowledgeBase().concepts().getFirst().id().value())
        .isEqualTo("A:1");
  }

  @Test
  void aBranchOfUmlsNeedsItsRelations() throws IOException {
    Path conso =
        Files.writeString(
            folder.resolve("MRCONSO.RRF"),
            "C0012634|ENG|P|L|PF|S|Y|A||||MSH|MH|D004194|Disease|0|N|256|\n");
    Files.writeString(
        folder.resolve("MRSTY.RRF"), "C0012634|T047|B2.2.1.2.1|Disease or Syndrome|AT|256|\n");
    OntologyFilter below =
        new OntologyFilter(Set.of(), Set.of("C0012634"), Set.of("ENG"), Set.of());
    assertThatThrownBy(() -> Ontologies.read(List.of(conso), below))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("MRREL.RRF beside it");
  }
}
