package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OWL gives what the same ontology in OBO gives. */
class OwlReaderTest {

  static final String FUNCTIONAL =
      """
      Prefix(rdfs:=<http://www.w3.org/2000/01/rdf-schema#>)
      Ontology(<http://example.org/o>
      Declaration(Class(<http://purl.obolibrary.org/obo/X_1>))
      AnnotationAssertion(rdfs:label <http://purl.obolibrary.org/obo/X_1> "one 💉")
      )
      """;

  static final String MANCHESTER =
      """
      Prefix: rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      Ontology: <http://example.org/o>
      AnnotationProperty: rdfs:label
      Class: <http://purl.obolibrary.org/obo/X_1>
          Annotations: rdfs:label "one 💉"
      """;

  static final String TURTLE =
      """
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <http://example.org/o> a owl:Ontology .
      <http://purl.obolibrary.org/obo/X_1> a owl:Class ; rdfs:label "one 💉" .
      """;

  static final String OWL_XML =
      """
      <?xml version="1.0"?>
      <Ontology xmlns="http://www.w3.org/2002/07/owl#" ontologyIRI="http://example.org/o">
      <Declaration><Class IRI="http://purl.obolibrary.org/obo/X_1"/></Declaration>
      <AnnotationAssertion>
      <AnnotationProperty IRI="http://www.w3.org/2000/01/rdf-schema#label"/>
      <IRI>http://purl.obolibrary.org/obo/X_1</IRI><Literal>one 💉</Literal>
      </AnnotationAssertion></Ontology>
      """;

  @TempDir Path folder;

  private static Path resource(String name) {
    try {
      return Path.of(OwlReaderTest.class.getResource("/owl/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OntologyFiles read(String name) throws IOException {
    return Ontologies.read(List.of(resource(name)));
  }

  @Test
  void classesAreTheTermsOfObo() throws IOException {
    OntologyFiles owl = read("example.rdf.owl");
    OntologyFiles obo = read("example.obo");
    assertThat(owl.knowledgeBase().concepts().stream().map(OwlReaderTest::inOrder).toList())
        .containsExactlyInAnyOrderElementsOf(
            obo.knowledgeBase().concepts().stream().map(OwlReaderTest::inOrder).toList());
    assertThat(owl.replacements()).isEqualTo(obo.replacements()).hasSize(2);
  }

  /** The order of synonyms means nothing in OWL. */
  private static Concept inOrder(Concept concept) {
    List<ConceptName> names =
        concept.names().stream()
            .sorted(Comparator.comparing(ConceptName::kind).thenComparing(ConceptName::text))
            .toList();
    return new Concept(
        concept.id(),
        concept.kind(),
        names,
        concept.definitions(),
        concept.treeNumbers(),
        concept.mappedTo(),
        concept.notes());
  }

  @Test
  void theLedgerSaysWhatIsNotTaken() throws IOException {
    Ledger ledger = read("example.rdf.owl").ledgers().getFirst();
    assertThat(ledger.skipped())
        .isEqualTo(
            Map.of(
                "import of another ontology", 1L,
                "obsolete term", 1L,
                "term without name", 1L,
                "text in another language", 1L));
  }

  @Test
  void aBranchIsAClassWithWhatIsBelow() throws IOException {
    OntologyFilter filter = new OntologyFilter(Set.of(), Set.of("X:1"), Set.of("ENG"), Set.of());
    assertThat(
            Ontologies.read(List.of(resource("example.rdf.owl")), filter)
                .knowledgeBase()
                .concepts()
                .stream()
                .map(concept -> concept.id().value())
                .collect(Collectors.toSet()))
        .isEqualTo(Set.of("X:1", "X:2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {FUNCTIONAL, MANCHESTER, TURTLE, OWL_XML})
  void everySyntaxIsRead(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("o.owl"), text);
    assertThat(Ontologies.read(List.of(file)).knowledgeBase().concepts())
        .containsExactly(Concept.named("X:1", "one 💉"));
  }

  @ParameterizedTest
  @ValueSource(strings = {FUNCTIONAL, MANCHESTER, TURTLE, OWL_XML})
  void aBrokenFileIsAFaultOfTheFile(String text) throws IOException {
    for (int length = 80; length < text.length() - 2; length += 7) {
      Path file = Files.writeString(folder.resolve("o.owl"), text.substring(0, length) + "\u0001(");
      assertThatThrownBy(() -> Ontologies.read(List.of(file)))
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(file + ":")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aFaultNamesItsLine() throws IOException {
    String text = Files.readString(resource("example.rdf.owl"));
    Path file =
        Files.writeString(
            folder.resolve("o.owl"), text.replace("</rdfs:label>\n    <obo:", "<obo:"));
    assertThatThrownBy(() -> Ontologies.read(List.of(file)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageMatching("(?s)[^\n]*:\\d+: broken OWL[^\n]*");
  }

  @Test
  void noOtherFileIsOpened() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret name");
    String text =
        Files.readString(resource("example.rdf.owl"))
            .replace(
                "<!ENTITY obo", "<!ENTITY leak SYSTEM \"" + secret.toUri() + "\"> <!ENTITY obo")
            .replace("<rdfs:label>own", "<rdfs:label>own &leak;");
    Path file = Files.writeString(folder.resolve("o.owl"), text);
    try {
      assertThat(Ontologies.read(List.of(file)).knowledgeBase().concepts().toString())
          .doesNotContain("secret name");
    } catch (FormatException e) {
      assertThat(e).hasMessageNotContaining("secret name");
    }
  }
}
