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
