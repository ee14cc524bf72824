package org.hyperlinker.training.tagging;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.directory.TaggerConfig;
import org.hyperlinker.model.directory.TaggerDirectory;
import org.hyperlinker.model.tagging.TagScheme;
import org.hyperlinker.model.weights.InMemoryWeights;
import org.hyperlinker.model.weights.Weights;
import org.hyperlinker.training.base.BaseEncoders;
import org.hyperlinker.training.export.TaggerExport;
import org.hyperlinker.training.network.TaggerNetwork;
import org.hyperlinker.training.network.Torch;
import org.hyperlinker.training.run.OutputLock;
import org.hyperlinker.training.run.TrainingFailedException;
import org.hyperlinker.training.run.TrainingInterruptedException;
import org.hyperlinker.training.run.TrainingListener;

/** Trains a tagger from a corpus with marked mentions to a directory that can be served. */
public final class TaggerTraining {

  /** The tagger's folder in a run's. */
  public static final String TAGGER = "tagger";

  private TaggerTraining() {}

  /**
   * Trains, going on from the newest checkpoint in the run's folder, and exports the graphs. The
   * types are those of the documents' mentions.
   *
   * @param documents of the whole corpus; which are held out follows from the seed
   * @param marked whether a dictionary marked them
   * @param run where checkpoints and, as {@link #TAGGER}, the tagger are written
   * @return the tagger's directory
   * @throws IOException if the base is missing, output cannot be written, or the folder holds
   *     another run
   * @throws IllegalArgumentException if there is no mention, or windows are too long for the base
   * @throws TrainingFailedException if the loss is not a number
   * @throws TrainingInterruptedException if the thread was interrupted; a checkpoint stands
   */
  public static Path run(
      TaggerSettings settings,
      List<MarkedDocument> documents,
      boolean marked,
      Path run,
      TrainingListener listener)
      throws IOException {
    TagScheme scheme = scheme(documents);
    List<MarkedDocument> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(settings.seed()));
    int held = (int) Math.round(documents.size() * settings.heldOut());
    try (OutputLock _ = OutputLock.take(run);
        PretrainedBert base = BaseEncoders.resolve(settings.base());
        NDManager manager = Torch.newManager(settings.threads())) {
      List<TaggerExample> examples =
          TaggerExample.of(
              shuffled.subList(held, shuffled.size()),
              scheme,
              settings.maxLength(),
              base.tokenizer());
      String fingerprint = fingerprint(settings, examples);
      TaggerConfig config =
          new TaggerConfig(
              base.config(),
              scheme,
              settings.maxLength(),
              marked,
              Map.of("run", fingerprint, "settings", settings.decisive()));
      try (TaggerNetwork network = network(config, base, settings.seed(), manager)) {
        TaggerLoop loop =
            new TaggerLoop(
                settings,
                config,
                network,
                base.tokenizer(),
                new TaggerLoop.Data(examples, shuffled.subList(0, held)),
                new TaggerCheckpoints(run, fingerprint),
                listener);
        loop.run();
        Path tagger = run.resolve(TAGGER);
        TaggerDirectory.write(tagger, config, network.parameters().tensors(), base.tokenizer());
        TaggerExport.write(tagger);
        listener.saved(tagger);
        return tagger;
      }
    }
  }

  private static TaggerNetwork network(
      TaggerConfig config, PretrainedBert base, long seed, NDManager manager) {
    try (Weights start = new InMemoryWeights(TaggerStart.of(config, base, seed))) {
      return new TaggerNetwork(config, config.bert(), start, base.tokenizer().padId(), manager);
    }
  }

  private static TagScheme scheme(List<MarkedDocument> documents) {
    List<String> types =
        documents.stream()
            .flatMap(document -> document.document().mentions())
            .map(Mention::type)
            .distinct()
            .sorted()
            .toList();
    if (types.isEmpty()) {
      throw new IllegalArgumentException(
          "the corpus marks no mention; a tagger needs one with all its mentions marked");
    }
    return new TagScheme(types);
  }

  private static String fingerprint(TaggerSettings settings, List<TaggerExample> examples) {
    MessageDigest digest = Sha256.digest();
    digest.update(settings.decisive().getBytes(StandardCharsets.UTF_8));
    for (TaggerExample example : examples) {
      for (int[] part : List.of(example.input().ids(), example.input().marks(), example.tags())) {
        digest.update(Arrays.toString(part).getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
