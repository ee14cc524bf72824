package org.hyperlinker.training.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.DualEncoderConfig;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.directory.ModelType;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.weights.Tensor;

/** Model directories around a pretrained encoder, whose other tensors come from a fixed seed. */
final class TestModels {

  private TestModels() {}

  /** A hypencoder with a shared encoder. */
  static Path hypencoder(Path directory, PretrainedBert base, Integer... shape) throws IOException {
    return write(
        directory,
        base,
        config(base.config(), Optional.of(QNetConfig.of(List.of(shape))), Pooling.MEAN, true));
  }

  /** A bi-encoder. */
  static Path biEncoder(Path directory, PretrainedBert base, Pooling pooling, boolean shared)
      throws IOException {
    return write(directory, base, config(base.config(), Optional.empty(), pooling, shared));
  }

  private static DualEncoderConfig config(
      BertConfig bert, Optional<QNetConfig> qNet, Pooling pooling, boolean shared) {
    return new DualEncoderConfig(
        qNet.isPresent() ? ModelType.HYPENCODER : ModelType.BIENCODER,
        qNet,
        pooling,
        pooling,
        shared,
        bert,
        false,
        false,
        Optional.empty(),
        "");
  }

  /** A model with projected embeddings. */
  static Path narrow(
      Path directory, PretrainedBert base, int width, Optional<QNetConfig> qNet, boolean shared)
      throws IOException {
    DualEncoderConfig wide = config(base.config(), Optional.empty(), Pooling.MEAN, shared);
    return write(
        directory,
        base,
        new DualEncoderConfig(
            qNet.isPresent() ? ModelType.HYPENCODER : ModelType.BIENCODER,
            qNet,
            wide.queryPooling(),
            wide.itemPooling(),
            shared,
            wide.bert(),
            false,
            false,
            Optional.empty(),
            "",
            OptionalInt.of(width)));
  }

  private static Path write(Path directory, PretrainedBert base, DualEncoderConfig config)
      throws IOException {
    Random random = new Random(3);
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    ModelTensors.of(config)
        .forEach(
            (name, shape) -> {
              String own = name.replaceFirst("^.*_encoder\\.transformer\\.", "");
              if (!own.equals(name) && (config.sharedEncoder() || name.startsWith("query"))) {
                tensors.put(name, base.weights().tensor(own));
              } else if (name.endsWith("LayerNorm.weight")) {
                tensors.put(name, drawn(shape, random, 0.01, 1));
              } else {
                tensors.put(name, drawn(shape, random, 0.1, 0));
              }
            });
    int longest = Math.min(48, config.bert().maxPositions());
    ModelSettings settings =
        new ModelSettings(
            ModelSettings.PLAIN.query(),
            ModelSettings.PLAIN.item(),
            longest,
            longest,
            Similarity.COSINE,
            Map.of());
    ModelDirectory.write(directory, config, settings, tensors, base.tokenizer());
    return directory;
  }

  private static Tensor drawn(long[] shape, Random random, double deviation, double mean) {
    long count = 1;
    for (long axis : shape) {
      count *= axis;
    }
    float[] values = new float[Math.toIntExact(count)];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) (random.nextGaussian() * deviation + mean);
    }
    return new Tensor(shape, values);
  }
}
