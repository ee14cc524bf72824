package org.hyperlinker.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.directory.TaggerConfig;
import org.hyperlinker.model.directory.TaggerDirectory;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.weights.Weights;

/** Writes a tagger's graphs into its directory. */
public final class TaggerExport {

  private TaggerExport() {}

  /**
   * Exports a tagger in every precision. The folder {@link OnnxGraphs#FOLDER} appears whole or not
   * at all, and an export that was there is replaced.
   *
   * @throws ModelFileException if the tagger is missing or broken
   * @throws IOException if the graphs cannot be written; nothing is left behind
   */
  public static void write(Path directory) throws IOException {
    try (TaggerDirectory tagger = TaggerDirectory.open(directory)) {
      AtomicFiles.writeDirectory(
          directory.resolve(OnnxGraphs.FOLDER),
          partial -> {
            for (Precision precision : Precision.values()) {
              Path file = partial.resolve(OnnxGraphs.taggerFileName(precision));
              try (OutputStream stream =
                  new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                graph(tagger, precision).writeTo(stream);
              }
            }
          });
    }
  }

  /** The layer that scores tags, small and last, is in single precision always. */
  private static ModelProto graph(TaggerDirectory tagger, Precision precision) {
    GraphWriter graph = new GraphWriter(OnnxGraphs.TAGGER_ROLE);
    TaggerConfig config = tagger.config();
    Weights weights = tagger.weights();
    BertGraph bert =
        new BertGraph(
            config.bert(),
            weights,
            "",
            graph,
            BertArithmetic.of(graph, precision, QuantisedParts.DEFAULT));
    bert.addMarks(TaggerConfig.MARKS, weights.tensor(TaggerConfig.MARKS));
    String scores =
        new GraphLayers(graph)
            .linear(
                new FloatArithmetic(graph),
                bert.hiddenStates(bert.additiveMask()),
                Matrix.ofLinear(TaggerConfig.HEAD, weights.tensor(TaggerConfig.HEAD + ".weight")),
                weights.floats(TaggerConfig.HEAD + ".bias"));
    graph.output(OnnxGraphs.TAG_SCORES, scores, GraphWriter.TOKENS, config.scheme().tags());
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(OnnxGraphs.FORMAT_KEY, OnnxGraphs.FORMAT);
    metadata.put(OnnxGraphs.FINGERPRINT_KEY, tagger.fingerprint());
    metadata.put(OnnxGraphs.ROLE_KEY, OnnxGraphs.TAGGER_ROLE);
    metadata.put(OnnxGraphs.PRECISION_KEY, precision.officialName());
    return graph.model(metadata);
  }
}
