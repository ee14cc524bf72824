package org.hyperlinker.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.formats.corpus.Corpora;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.formats.ontology.Ontologies;
import org.hyperlinker.preparation.example.Deduplication;
import org.hyperlinker.preparation.example.ExampleSettings;
import org.hyperlinker.preparation.example.NamePairSettings;
import org.hyperlinker.preparation.example.NamePairSettings.Partner;
import org.hyperlinker.preparation.example.Negatives;
import org.hyperlinker.preparation.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparerTest {

  @TempDir private Path directory;
  private Path corpus;
  private Path ontology;

  @BeforeEach
  void copyFixtures() throws IOException {
    corpus = fixture("corpus.txt");
    ontology = fixture("ontology.xml");
  }

  @Test
  void writesEverythingThatTrainingReads() throws IOException {
    Path output = directory.resolve("prepared");
    PrepareReport report = prepare(options(output));

    assertThat(report.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "knowledge-base.jsonl.gz",
            "train.jsonl",
            "validation.jsonl",
            "names.jsonl",
            "bc5cdr_train.bioc.xml.gz",
            "bc5cdr_validation.bioc.xml.gz",
            "mesh2015.json.gz",
            "manifest.json")
        .containsExactlyInAnyOrderElementsOf(names(output));
    assertThat(report.concepts()).isEqualTo(3);
    assertThat(report.names()).isEqualTo(6);
    assertThat(report.namePairs()).isEqualTo(3);
    assertThat(report.splits()).containsOnlyKeys("train", "validation");
    assertThat(report.splits().get("train").kept()).isEqualTo(5);
    assertThat(Ontologies.read(List.of(output.resolve("knowledge-base.jsonl.gz"))).knowledgeBase())
        .extracting(base -> base.concepts())
        .isEqualTo(Ontologies.read(List.of(ontology)).knowledgeBase().concepts());
    assertThat(Ontologies.read(List.of(output.resolve("mesh2015.json.gz"))).knowledgeBase().size())
        .isEqualTo(3);
    List<Example> examples = ExampleReader.readAll(output.resolve("train.jsonl"));
    assertThat(examples)
        .extracting(example -> example.query().id())
        .containsExactly("100:0-12", "100:19-26", "100:29-41", "100:51-58", "100:81-93");
    assertThat(examples.getFirst().query().content())
        .isEqualTo("Heart attack [SEP] Heart attack after aspirin");
    assertThat(examples.getFirst().items().getFirst().content())
        .isEqualTo("Myocardial Infarction [SEP] NECROSIS of the MYOCARDIUM.");
  }

  @Test
  void reducesTheStudysCorpusAsTheStudyDid() throws IOException {
    Path output = directory.resolve("prepared");
    prepare(options(output));

    List<Document> documents = Corpora.read(output.resolve("bc5cdr_train.bioc.xml.gz")).documents();

    List<Mention> mentions = documents.stream().flatMap(Document::mentions).toList();
    assertThat(mentions).extracting(Mention::text).hasSize(6).doesNotContain("renal failure");
    assertThat(mentions)
        .extracting(Mention::attributes)
        .allSatisfy(infons -> assertThat(infons).containsOnlyKeys("concept_id"));
    assertThat(mentions.getFirst().attributes()).containsEntry("concept_id", "MESH:D009203");
  }

  @Test
  void repeatsItselfByteByByte() throws IOException {
    Path first = directory.resolve("first");
    Path second = directory.resolve("elsewhere/second");
    prepare(options(first));
    prepare(options(second));

    for (String name : names(first)) {
      assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
    assertThat(names(second)).isEqualTo(names(first));
    prepare(options(first));
    assertThat(first.resolve("manifest.json"))
        .hasSameBinaryContentAs(second.resolve("manifest.json"));
  }

  @Test
  void saysInTheManifestWhatItTookAndMade() throws IOException {
    Path output = directory.resolve("prepared");
    prepare(options(output));

    String text = Files.readString(output.resolve("manifest.json"));
    JsonNode manifest = new ObjectMapper().readTree(text);
    assertThat(text).doesNotContain(directory.toString()).doesNotContain("\r").endsWith("}\n");
    JsonNode train = manifest.at("/inputs/corpora/train");
    assertThat(train.get("name").asText()).isEqualTo("corpus.txt");
    assertThat(train.get("sha256").asText()).isEqualTo(Sha256.of(corpus));
    assertThat(train.at("/records/read").asInt()).isEqualTo(2);
    assertThat(manifest.at("/settings/negatives/kind").asText()).isEqualTo("hard");
    assertThat(manifest.at("/settings/query/window").asInt()).isEqualTo(128);
    assertThat(manifest.at("/settings/name_pairs/partner").asText()).isEqualTo("preferred_name");
    assertThat(manifest.at("/counts/splits/train/mentions").asInt()).isEqualTo(8);
    assertThat(manifest.at("/counts/splits/train/skipped/composite").asInt()).isEqualTo(1);
    assertThat(manifest.at("/counts/splits/train/skipped/not_in_ontology").asInt()).isEqualTo(1);
    for (JsonNode file : manifest.get("outputs")) {
      assertThat(Sha256.of(output.resolve(file.get("name").asText())))
          .isEqualTo(file.get("sha256").asText());
    }
    assertThat(manifest.get("outputs")).hasSize(7);
  }

  @Test
  void leavesNothingBehindWhenAnInputIsBroken() throws IOException {
    Files.writeString(corpus, "100|t|Title\n100|a|Text\n100\t0\t5\tOther\tDisease\tD1\n");
    Path output = directory.resolve("prepared");

    assertThatThrownBy(() -> prepare(options(output)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("corpus.txt:3");
    assertThat(names(directory)).containsExactly("corpus.txt", "ontology.xml");
  }

  @Test
  void neverReplacesWhatIsNotItsOwn() throws IOException {
    Path output = Files.createDirectory(directory.resolve("thesis"));
    Files.writeString(output.resolve("chapter.txt"), "years of work");

    assertThatThrownBy(() -> prepare(options(output)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chapter.txt");
    assertThat(output.resolve("chapter.txt")).hasContent("years of work");
  }

  @Test
  void neverReplacesWhatWasLaidBesideItsOwn() throws IOException {
    Path output = directory.resolve("prepared");
    prepare(options(output));
    prepare(options(output));
    Files.writeString(output.resolve("mixed.jsonl"), "hours of work");

    assertThatThrownBy(() -> prepare(options(output)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mixed.jsonl");
    assertThat(output.resolve("mixed.jsonl")).hasContent("hours of work");
  }

  @Test
  void refusesOptionsThatCannotBeMeant() {
    assertThatIllegalArgumentException().isThrownBy(() -> CorpusSource.parse("corpus.txt"));
    assertThatIllegalArgumentException().isThrownBy(() -> CorpusSource.parse("names=corpus.txt"));
    assertThatIllegalArgumentException().isThrownBy(() -> CorpusSource.parse("../x=corpus.txt"));
    assertThat(CorpusSource.parse("train=a=b"))
        .isEqualTo(new CorpusSource("train", Path.of("a=b")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(directory))
        .withMessageContaining("lies in the output directory");
    CorpusSource train = new CorpusSource("train", corpus);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(List.of(train, train), List.of(ontology)))
        .withMessageContaining("two corpora are called 'train'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(List.of(train), List.of()))
        .withMessageContaining("at least one ontology file");
  }

  private PrepareOptions options(Path output) {
    return new PrepareOptions(
        List.of(new CorpusSource("train", corpus), new CorpusSource("validation", corpus)),
        List.of(ontology),
        output,
        ExampleSettings.STUDY
            .withDeduplication(Deduplication.NONE)
            .withNegatives(new Negatives.Hard(2, 1)),
        Optional.of(new NamePairSettings(Partner.PREFERRED_NAME, 5, true, 1)),
        true);
  }

  private PrepareOptions with(List<CorpusSource> corpora, List<Path> ontologies) {
    return new PrepareOptions(
        corpora,
        ontologies,
        directory.resolve("prepared"),
        ExampleSettings.STUDY,
        Optional.empty(),
        false);
  }

  private static PrepareReport prepare(PrepareOptions options) throws IOException {
    return new Preparer(options, Progress.SILENT).prepare();
  }

  private Path fixture(String name) throws IOException {
    Path copy = directory.resolve(name);
    try (var stream = PreparerTest.class.getResourceAsStream(name)) {
      Files.copy(stream, copy);
    }
    return copy;
  }

  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    names.sort(null);
    return names;
  }
}
