package org.hyperlinker.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.preparation.example.ExampleSettings;
import org.hyperlinker.preparation.example.SkipReason;
import org.hyperlinker.preparation.example.SplitCounts;
import org.hyperlinker.preparation.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The study's settings on BC5CDR give the counts of upstream, section 4. These do not depend on the
 * ontology, so a small one serves.
 */
class RealDataTest {

  @TempDir private Path directory;

  @Test
  void countsWhatTheStudyCounts() throws IOException {
    String folder = System.getProperty("hyperlinker.data", "");
    Path data = Path.of(folder);
    assumeTrue(
        !folder.isEmpty() && Files.isDirectory(data.resolve("bc5cdr")),
        "no BC5CDR: set -Dhyperlinker.data to a folder with bc5cdr/");
    Path ontology = directory.resolve("ontology.xml");
    try (var stream = RealDataTest.class.getResourceAsStream("ontology.xml")) {
      Files.copy(stream, ontology);
    }
    PrepareOptions options =
        new PrepareOptions(
            List.of(
                new CorpusSource("train", data.resolve("bc5cdr/CDR_TrainingSet.PubTator.txt")),
                new CorpusSource(
                    "validation", data.resolve("bc5cdr/CDR_DevelopmentSet.PubTator.txt"))),
            List.of(ontology),
            directory.resolve("prepared"),
            ExampleSettings.STUDY,
            Optional.empty(),
            false);

    PrepareReport report = new Preparer(options, Progress.SILENT).prepare();

    SplitCounts train = report.splits().get("train");
    assertThat(train.mentions()).isEqualTo(9_385);
    assertThat(train.singleConcept()).isEqualTo(9_211);
    assertThat(train.uniqueTriples()).isEqualTo(5_335);
    assertThat(train.skipped())
        .containsEntry(SkipReason.NO_CONCEPT, 76L)
        .containsEntry(SkipReason.COMPOSITE, 98L);
    SplitCounts validation = report.splits().get("validation");
    assertThat(validation.mentions()).isEqualTo(9_591);
    assertThat(validation.singleConcept()).isEqualTo(9_432);
    assertThat(validation.uniqueTriples()).isEqualTo(5_354);
    assertThat(validation.skipped())
        .containsEntry(SkipReason.NO_CONCEPT, 59L)
        .containsEntry(SkipReason.COMPOSITE, 100L);
  }
}
