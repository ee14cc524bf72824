package org.hyperlinker.recipe.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.formats.ontology.KnowledgeBaseWriter;
import org.hyperlinker.preparation.progress.Progress;
import org.hyperlinker.training.config.LossConfig;
import org.hyperlinker.training.config.TrainingConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingTest {

  @TempDir Path folder;
  private Path ontology;

  @BeforeEach
  void write() throws IOException {
    ontology = folder.resolve("kb.jsonl.gz");
    KnowledgeBaseWriter.write(
        ontology,
        new KnowledgeBase(
            List.of(
                Concept.named("D1", "Myocardial Infarction", "heart attack", "cardiac infarct"),
                Concept.named("D2", "Aspirin"))));
  }

  @Test
  void theLaidOutRunIsTheCommittedConfigurationApartFromItsPlaces() throws IOException {
    Path out = folder.resolve("it's here");
    TrainingConfig laidOut = Pretraining.layOut(settings(out, AlignmentLoss.INFO_NCE), silent());
    assertThat(laidOut.data().training()).isEqualTo(out.resolve("pairs").resolve("names.jsonl"));
    assertThat(laidOut.trainer().saving().outputDir()).isEqualTo(out);
    String committed =
        Files.readString(
            Path.of(System.getProperty("hyperlinker.root"), "configs/minilm/pretrain-names.yaml"));
    TrainingConfig expected =
        TrainingConfig.parse(
            committed
                .replace("runs/pairs/names.jsonl", quoted(laidOut.data().training()))
                .replace("output_dir: runs/pretrained-names", "output_dir: " + quoted(out)),
            Path.of("pretrain-names.yaml"));
    assertThat(laidOut.toYaml()).isEqualTo(expected.toYaml());
    assertThat(laidOut.remarks()).isEmpty();
  }

  @Test
  void everyNameMeetsEveryOtherOfItsConcept() throws IOException {
    Path out = folder.resolve("out");
    Pretraining.layOut(settings(out, AlignmentLoss.INFO_NCE), silent());
    Path pairs = out.resolve("pairs").resolve("names.jsonl");
    assertThat(ExampleReader.readAll(pairs))
        .hasSize(6)
        .allSatisfy(
            pair -> {
              assertThat(pair.items()).hasSize(1);
              assertThat(pair.items().getFirst().id()).isEqualTo("D1");
              assertThat(pair.items().getFirst().content()).isNotEqualTo(pair.query().content());
            });
  }

  @Test
  void layingOutAgainChangesNoByteAndKeepsTheRun() throws IOException {
    Path out = folder.resolve("out");
    PretrainSettings settings = settings(out, AlignmentLoss.INFO_NCE);
    Pretraining.layOut(settings, silent());
    Path checkpoint = Files.createDirectory(out.resolve("checkpoint-100"));
    Path pairs = out.resolve("pairs").resolve("names.jsonl");
    byte[] first = Files.readAllBytes(pairs);
    Pretraining.layOut(settings, silent());
    assertThat(Files.readAllBytes(pairs)).isEqualTo(first);
    assertThat(checkpoint).exists();
  }

  @Test
  void multiSimilarityTakesSapBertsSettings() throws IOException {
    TrainingConfig laidOut =
        Pretraining.layOut(
            settings(folder.resolve("out"), AlignmentLoss.MULTI_SIMILARITY), silent());
    assertThat(laidOut.model().losses())
        .isEqualTo(List.of(new LossConfig.MultiSimilarity(1, 1, 60, 0.5, 0.2)));
  }

  @Test
  void aBatchOfOneIsRefused() {
    assertThatThrownBy(
            () ->
                new PretrainSettings(
                    List.of(ontology),
                    folder,
                    "all-MiniLM-L6-v2",
                    24,
                    AlignmentLoss.INFO_NCE,
                    1,
                    1,
                    1e-5,
                    32,
                    42))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 or more");
  }

  private PretrainSettings settings(Path out, AlignmentLoss loss) {
    return new PretrainSettings(
        List.of(ontology), out, "all-MiniLM-L6-v2", 24, loss, 1400, 256, 5e-5, 32, 42);
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  private static Progress silent() {
    return Progress.SILENT;
  }
}
