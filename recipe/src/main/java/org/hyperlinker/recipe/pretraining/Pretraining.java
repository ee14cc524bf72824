package org.hyperlinker.recipe.pretraining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.preparation.PrepareOptions;
import org.hyperlinker.preparation.Preparer;
import org.hyperlinker.preparation.example.Deduplication;
import org.hyperlinker.preparation.example.ExampleSettings;
import org.hyperlinker.preparation.example.NamePairSettings;
import org.hyperlinker.preparation.example.NamePairSettings.Partner;
import org.hyperlinker.preparation.example.Negatives;
import org.hyperlinker.preparation.example.Positives;
import org.hyperlinker.preparation.progress.Progress;
import org.hyperlinker.training.config.TrainingConfig;

/**
 * Lays out a run that aligns an encoder with the names of an ontology: {@code pairs/} as {@code
 * prepare} makes it and {@code pretrain.yaml}, an ordinary training configuration, whose output
 * directory is the same. Laid out again with the same settings, the files are the same to the byte,
 * so that an interrupted run goes on from its checkpoint.
 */
public final class Pretraining {

  /** The prepared pairs within the output directory. */
  public static final String PAIRS = "pairs";

  /** The configuration within the output directory. */
  public static final String CONFIGURATION = "pretrain.yaml";

  private static final String NAMES = "names.jsonl";
  private static final long PAIRS_SEED = 42;

  private Pretraining() {}

  /**
   * Prepares the pairs and writes the configuration.
   *
   * @return the configuration, ready for training
   * @throws IOException naming file and line of a fault in an ontology, or the output, if it cannot
   *     be written
   */
  public static TrainingConfig layOut(PretrainSettings settings, Progress progress)
      throws IOException {
    Path pairs = settings.output().resolve(PAIRS);
    new Preparer(preparation(settings, pairs), progress).prepare();
    Path file = settings.output().resolve(CONFIGURATION);
    String yaml = PretrainYaml.of(settings, pairs.resolve(NAMES));
    AtomicFiles.write(file, stream -> stream.write(yaml.getBytes(StandardCharsets.UTF_8)));
    return TrainingConfig.read(file);
  }

  /** Names alone on both sides, and no corpus. */
  private static PrepareOptions preparation(PretrainSettings settings, Path pairs) {
    return new PrepareOptions(
        List.of(),
        settings.ontologies(),
        pairs,
        new ExampleSettings(
            QueryTemplate.NAME_ONLY,
            ItemTemplate.NAME_ONLY,
            Positives.PREFERRED_NAME,
            Deduplication.UNIQUE_TRIPLES,
            false,
            new Negatives.None()),
        Optional.of(
            new NamePairSettings(Partner.ANY_NAME, settings.namePairs(), false, PAIRS_SEED)),
        false);
  }
}
