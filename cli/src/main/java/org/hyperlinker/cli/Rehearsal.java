package org.hyperlinker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.formats.ontology.Ontologies;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.DualEncoderConfig;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.directory.ModelType;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.onnx.OnnxModel;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.Progress;
import org.hyperlinker.search.index.RowKind;
import org.hyperlinker.training.base.BaseEncoders;
import org.hyperlinker.training.export.OnnxExport;
import org.hyperlinker.training.export.QuantisedParts;

/**
 * What the launcher lets a start of {@code link} be rehearsed on, so that the JVM can note which
 * classes it takes and which methods run hot: a small model of random weights, exported, and an
 * index over the demo's excerpt of MeSH. The answers mean nothing.
 */
final class Rehearsal {

  static final String MODEL = "model";
  static final String INDEX = "index";

  private static final List<String> ONTOLOGY =
      List.of("desc2015-excerpt.xml.gz", "supp2015-excerpt.xml.gz");
  private static final int HIDDEN = 64;
  private static final int MOST_TOKENS = 48;
  private static final long SEED = 11;

  private Rehearsal() {}

  /** Fills the folder of the only argument. */
  public static void main(String[] arguments) throws IOException {
    prepare(Path.of(arguments[0]));
  }

  /** Writes {@link #MODEL} and {@link #INDEX} into a folder. */
  static void prepare(Path folder) throws IOException {
    Path model = folder.resolve(MODEL);
    try (PretrainedBert base = BaseEncoders.resolve("all-MiniLM-L6-v2")) {
      write(model, base);
    }
    OnnxExport.write(
        model, EnumSet.of(Precision.FP32), QuantisedParts.DEFAULT, (done, total) -> {});
    for (String name : ONTOLOGY) {
      try (InputStream stream = Rehearsal.class.getResourceAsStream("demo/" + name)) {
        AtomicFiles.write(folder.resolve(name), stream::transferTo);
      }
    }
    try (LinkingModel opened = OnnxModel.open(model, Precision.FP32, 1)) {
      IndexBuilder.build(
          opened,
          Ontologies.read(ONTOLOGY.stream().map(folder::resolve).toList()).knowledgeBase(),
          new IndexSettings(RowKind.NAME, false, 64),
          folder.resolve(INDEX),
          Progress.NONE);
    }
  }

  /** Of the base only the tokenizer is used. */
  private static void write(Path directory, PretrainedBert base) throws IOException {
    BertConfig bert =
        new BertConfig(
            base.config().vocabularySize(),
            HIDDEN,
            1,
            2,
            HIDDEN,
            MOST_TOKENS,
            2,
            1e-12,
            Activation.GELU,
            0,
            0,
            base.tokenizer().padId());
    DualEncoderConfig config =
        new DualEncoderConfig(
            ModelType.HYPENCODER,
            Optional.of(QNetConfig.of(List.of(HIDDEN, HIDDEN, 1))),
            Pooling.MEAN,
            Pooling.MEAN,
            true,
            bert,
            false,
            false,
            Optional.empty(),
            "");
    Random random = new Random(SEED);
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    ModelTensors.of(config)
        .forEach(
            (name, shape) -> {
              if (!name.startsWith(ModelTensors.ITEM_TRANSFORMER)) {
                tensors.put(name, drawn(shape, random));
              }
            });
    ModelSettings plain = ModelSettings.PLAIN;
    ModelSettings settings =
        new ModelSettings(
            plain.query(), plain.item(), MOST_TOKENS, MOST_TOKENS, plain.similarity(), Map.of());
    ModelDirectory.write(directory, config, settings, tensors, base.tokenizer());
  }

  private static Tensor drawn(long[] shape, Random random) {
    long count = 1;
    for (long axis : shape) {
      count *= axis;
    }
    float[] values = new float[Math.toIntExact(count)];
    for (int at = 0; at < values.length; at++) {
      values[at] = random.nextFloat(-1, 1);
    }
    return new Tensor(shape, values);
  }
}
