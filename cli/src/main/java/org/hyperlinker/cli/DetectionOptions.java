package org.hyperlinker.cli;

import java.nio.file.Path;
import org.hyperlinker.linking.detection.IndexDetector;
import org.hyperlinker.search.index.EmbeddingIndex;
import picocli.CommandLine.Option;

/** What finds mentions where none are named or marked. */
final class DetectionOptions {

  @Option(
      names = "--tagger",
      paramLabel = "DIR",
      description = "Find mentions by this tagger. Default: that of the index, if it has one.")
  Path tagger;

  @Option(
      names = "--no-tagger",
      description = "Find mentions by the names of the index alone, even where it has a tagger.")
  boolean noTagger;

  /** Whether any of them was given. */
  boolean given() {
    return tagger != null || noTagger;
  }

  /** The detector that was asked for; one that is both wanted and not is wrong usage. */
  IndexDetector detector(Verb verb, EmbeddingIndex rows, int threads) {
    if (tagger != null && noTagger) {
      throw verb.misuse("give either --tagger or --no-tagger");
    }
    if (noTagger) {
      return IndexDetector.dictionary(rows);
    }
    return tagger == null
        ? IndexDetector.of(rows, threads)
        : IndexDetector.tagging(rows, tagger, threads);
  }
}
