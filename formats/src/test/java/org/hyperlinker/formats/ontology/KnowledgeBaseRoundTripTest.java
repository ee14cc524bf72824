package org.hyperlinker.formats.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.formats.Texts;

class KnowledgeBaseRoundTripTest {

  @Property(tries = 100)
  void nothingIsLost(@ForAll("knowledgeBases") KnowledgeBase knowledgeBase) throws IOException {
    Path folder = Files.createTempDirectory("knowledge-base");
    try {
      for (String name : List.of("kb.jsonl", "kb.jsonl.gz")) {
        Path file = folder.resolve(name);
        KnowledgeBaseWriter.write(file, knowledgeBase);
        assertThat(Ontologies.read(List.of(file)).knowledgeBase().concepts())
            .isEqualTo(knowledgeBase.concepts());
      }
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  @Provide
  Arbitrary<KnowledgeBase> knowledgeBases() {
    return concept()
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .uniqueElements(Concept::id)
        .map(KnowledgeBase::new);
  }

  private static Arbitrary<Concept> concept() {
    Arbitrary<ConceptId> id =
        Arbitraries.integers().between(1, 99).map(number -> new ConceptId("D" + number));
    return Combinators.combine(
            id,
            Arbitraries.of(ConceptKind.class),
            names(),
            Texts.lines().list().ofMaxSize(2),
            Texts.text(0).list().ofMaxSize(2),
            id.list().ofMaxSize(2),
            Texts.lines().list().ofMaxSize(2))
        .as(Concept::new);
  }

  private static Arbitrary<List<ConceptName>> names() {
    Arbitrary<ConceptName> name =
        Combinators.combine(
                Texts.name(),
                Arbitraries.of(NameKind.class),
                Arbitraries.of(true, false),
                Arbitraries.of("", "NON", "TRD"))
            .as(ConceptName::new);
    return Combinators.combine(name, name.list().ofMaxSize(3))
        .as(
            (first, others) -> {
              List<ConceptName> names = new ArrayList<>();
              names.add(
                  new ConceptName(
                      first.text(), NameKind.PREFERRED, first.permuted(), first.lexicalTag()));
              names.addAll(others);
              return names;
            });
  }
}
