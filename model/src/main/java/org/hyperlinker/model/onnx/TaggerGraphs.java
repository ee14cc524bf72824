package org.hyperlinker.model.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.WeightDigests;

/** Lays a tagger where it is served: its graphs, without the weights that they were made of. */
public final class TaggerGraphs {

  private static final Set<String> FILES = Set.of("config.json", Tokenizer.FILE, Tokenizer.OPTIONS);

  private TaggerGraphs() {}

  /**
   * Lays a tagger, whole or not at all. A directory that was there is replaced.
   *
   * @param precisions which graphs, at least one
   * @throws ModelFileException if a graph is missing, or the tagger is broken
   */
  public static void lay(Path tagger, Path target, Set<Precision> precisions) throws IOException {
    AtomicFiles.writeDirectory(
        target,
        partial -> {
          for (String file : FILES) {
            Files.copy(tagger.resolve(file), partial.resolve(file));
          }
          WeightDigests.write(tagger, partial);
          Files.createDirectory(partial.resolve(OnnxGraphs.FOLDER));
          for (Precision precision : precisions) {
            Path graph = OnnxGraphs.taggerFile(tagger, precision);
            if (!Files.isRegularFile(graph)) {
              throw new ModelFileException(graph, "no such file; train the tagger again");
            }
            Files.copy(graph, OnnxGraphs.taggerFile(partial, precision));
          }
        });
  }
}
