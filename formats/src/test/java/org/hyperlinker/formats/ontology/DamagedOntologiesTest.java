package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.formats.Damage;
import org.hyperlinker.formats.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ontologies of every format, cut at each byte and with each byte changed. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedOntologiesTest {

  private static final String TABLE =
      "id,name,synonyms,definition,semantic_types,tree_numbers\n"
          + "X1,\"one, 💉\",a|b,\"says \"\"so\"\"\",T1,C01.2\nX2,two,,,,\n";

  private static final String CONSO =
      "C0000001|ENG|S|L1|PF|S1|Y|A1||M1|D1|MSH|ET|D1|Narcan 💉|0|N|256|\n"
          + "C0000002|ENG|P|L2|PF|S5|Y|A5||M2|D2|SNOMEDCT_US|PT|D2|Pain|9|N||\n";

  private static final String MESH =
      """
      <?xml version="1.0"?>
      <SupplementalRecordSet><SupplementalRecord><SupplementalRecordUI>C1</SupplementalRecordUI>
      <SupplementalRecordName><String>a 💉</String></SupplementalRecordName><Note>n</Note>
      <HeadingMappedToList><HeadingMappedTo><DescriptorReferredTo><DescriptorUI>*D1</DescriptorUI>
      </DescriptorReferredTo></HeadingMappedTo></HeadingMappedToList>
      <ConceptList><Concept PreferredConceptYN="Y"><ScopeNote>s</ScopeNote><TermList>
      <Term RecordPreferredTermYN="Y" ConceptPreferredTermYN="Y"><String>a 💉</String></Term>
      </TermList></Concept></ConceptList></SupplementalRecord></SupplementalRecordSet>
      """;

  @TempDir Path folder;

  private static byte[] resource(String name) throws IOException {
    try {
      return Files.readAllBytes(
          Path.of(DamagedOntologiesTest.class.getResource("/" + name).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Damage damage(String name, OntologyReader reader) {
    return new Damage(
        folder.resolve(name),
        file -> {
          List<Concept> concepts = new ArrayList<>();
          Ledger ledger = reader.read(file, (concept, _) -> concepts.add(concept));
          assertThat(ledger.read()).isEqualTo(concepts.size());
          return concepts.size();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "knowledge-base/example.jsonl, KNOWLEDGE_BASE_JSONL, false",
    "study/example.json, STUDY_JSON, true",
    "owl/example.obo, OBO, false"
  })
  void damageIsAFaultOrAConcept(String name, OntologyFormat format, boolean closed)
      throws IOException {
    byte[] sample = resource(name);
    damage("f", format.reader()).cut(sample, closed);
    damage("f", format.reader()).change(sample);
  }

  @Test
  void damagedMeshIsAFaultOrAConcept() throws IOException {
    byte[] sample = MESH.getBytes(StandardCharsets.UTF_8);
    damage("f", OntologyFormat.MESH_XML.reader()).cut(sample, true);
    damage("f", OntologyFormat.MESH_XML.reader()).change(sample);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.csv", "t.tsv", "MRCONSO.RRF"})
  void damagedLinesAreFaultsOrConcepts(String name) throws IOException {
    String text = name.endsWith("RRF") ? CONSO : TABLE;
    byte[] sample =
        (name.endsWith("tsv") ? text.replace(',', '\t') : text).getBytes(StandardCharsets.UTF_8);
    OntologyReader reader =
        (name.endsWith("RRF") ? OntologyFormat.UMLS_RRF : OntologyFormat.TABLE).reader();
    damage(name, reader).cut(sample, false);
    damage(name, reader).change(sample);
  }

  @Test
  void owlIsNoticedToEndTooSoon() throws IOException {
    damage("o.owl", OntologyFormat.OWL.reader()).cut(resource("owl/example.rdf.owl"), true);
  }

  @ParameterizedTest
  @ValueSource(strings = {OwlReaderTest.FUNCTIONAL, OwlReaderTest.TURTLE, OwlReaderTest.OWL_XML})
  void damagedOwlIsAFaultOrAConcept(String text) throws IOException {
    damage("o.owl", OntologyFormat.OWL.reader()).change(text.getBytes(StandardCharsets.UTF_8));
  }
}
