package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault ends with exit code 1, one line that names the place, and nothing written. */
class BadInputTest {

  private static final String MESH =
      """
      <?xml version="1.0"?>
      <!DOCTYPE DescriptorRecordSet SYSTEM "desc2015.dtd">
      <DescriptorRecordSet LanguageCode = "eng">
      <DescriptorRecord DescriptorClass = "1">
        <DescriptorUI>D008012</DescriptorUI>
        <DescriptorName><String>Lidocaine</String></DescriptorName>
        <ConceptList>
         <Concept PreferredConceptYN="Y">
          <ConceptUI>M0012528</ConceptUI>
          <ConceptName><String>Lidocaine</String></ConceptName>
          <TermList>
           <Term ConceptPreferredTermYN="Y" IsPermutedTermYN="N" LexicalTag="NON" PrintFlagYN="Y" RecordPreferredTermYN="Y">
            <TermUI>T023982</TermUI>
            <String>Lidocaine</String>
           </Term>
          </TermList>
         </Concept>
        </ConceptList>
      </DescriptorRecord>
      </DescriptorRecordSet>
      """;

  private static final String CORPUS =
      """
      354896|t|Lidocaine-induced cardiac asystole.
      354896|a|Nothing else.
      354896\t0\t9\tLidocaine\tChemical\tD008012

      """;

  @TempDir Path folder;

  private Path ontology;
  private Path corpus;
  private Path out;

  @BeforeEach
  void lay() throws IOException {
    ontology = Files.writeString(folder.resolve("desc.xml"), MESH);
    corpus = Files.writeString(folder.resolve("corpus.PubTator.txt"), CORPUS);
    out = folder.resolve("out");
  }

  @Test
  void theFixturesThemselvesAreGood() {
    assertThat(prepare().err()).isEmpty();
    assertThat(out.resolve("train.jsonl")).isNotEmptyFile();
  }

  @Test
  void aTruncatedGzip() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
      gzip.write(MESH.getBytes(StandardCharsets.UTF_8));
    }
    ontology = folder.resolve("desc.xml.gz");
    Files.write(ontology, Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
    assertRefused(prepare(), "desc.xml.gz");
  }

  @Test
  void brokenXml() throws IOException {
    Files.writeString(ontology, MESH.replace("</ConceptList>", "</ConceptLost>"));
    assertRefused(prepare(), "desc.xml:18");
  }

  @Test
  void anOffsetThatDoesNotMatchItsText() throws IOException {
    Files.writeString(corpus, CORPUS.replace("\t0\t9\t", "\t1\t10\t"));
    assertRefused(prepare(), "corpus.PubTator.txt:3");
  }

  @Test
  void aMissingFile() throws IOException {
    corpus = folder.resolve("nowhere.txt");
    assertRefused(prepare(), "nowhere.txt: no such file");
  }

  @Test
  void anUnknownKeyOfTheConfiguration() throws IOException {
    String demo =
        Files.readString(Path.of("src/main/resources/org/hyperlinker/cli/demo/demo.yaml"));
    Path config =
        Files.writeString(
            folder.resolve("c.yaml"),
            demo.replace("@STEPS@", "1")
                .replace("@DIR@", folder.toString())
                .replace("learning_rate: 5.0e-5", "lerning_rate: 5.0e-5"));
    CommandRun run = CommandRun.of("train", config);
    assertRefused(run, "c.yaml");
    assertThat(run.err()).contains("'lerning_rate'").contains("learning_rate");
  }

  @Test
  void aModelDirectoryWithoutTokenizer() throws IOException {
    Path model = Files.createDirectory(folder.resolve("model"));
    Files.writeString(
        model.resolve("config.json"),
        """
        {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 4,
         "intermediate_size": 64, "vocab_size": 60, "max_position_embeddings": 32}
        """);
    CommandRun run = CommandRun.of("index", "--model", model, "--ontology", ontology, "--out", out);
    assertRefused(run, "tokenizer.json");
  }

  @Test
  void anIndexThatIsNone() {
    CommandRun run =
        CommandRun.of(
            "index", "--model", folder.resolve("no"), "--ontology", ontology, "--out", out);
    assertRefused(run, folder.resolve("no").toString());
  }

  private CommandRun prepare() {
    return CommandRun.of(
        "prepare", "--corpus", "train=" + corpus, "--ontology", ontology, "--out", out);
  }

  private void assertRefused(CommandRun run, String place) {
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("hyperlinker: ")
        .contains(place);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains(".partial"));
    assertThat(out).doesNotExist();
  }
}
