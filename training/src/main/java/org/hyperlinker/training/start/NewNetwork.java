package org.hyperlinker.training.start;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.DualEncoderConfig;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.directory.ModelType;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.InMemoryWeights;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.model.weights.Weights;
import org.hyperlinker.training.base.BaseEncoders;
import org.hyperlinker.training.network.DualEncoder;
import org.hyperlinker.training.plan.ModelPlan;

/**
 * A network ready to be trained, with the tokenizer that its texts need.
 *
 * @param network the network
 * @param config what it is, as its model directory will say
 * @param tokenizer closed with it
 */
public record NewNetwork(DualEncoder network, DualEncoderConfig config, Tokenizer tokenizer)
    implements AutoCloseable {

  /**
   * Builds a network.
   *
   * @param sample item texts on which an inner-product start and a new projection look
   * @param seed of the new hyper-head
   * @throws IOException if the base encoder or checkpoint cannot be read
   */
  public static NewNetwork build(ModelPlan plan, List<String> sample, long seed, NDManager manager)
      throws IOException {
    return plan.checkpoint().isPresent()
        ? fromCheckpoint(plan, manager)
        : fromBase(plan, sample, seed, manager);
  }

  private static NewNetwork fromCheckpoint(ModelPlan plan, NDManager manager) throws IOException {
    try (ModelDirectory directory = ModelDirectory.open(plan.checkpoint().orElseThrow())) {
      requireShape(plan, directory.config());
      DualEncoderConfig config = directory.config().frozen(plan.freezeQuery(), plan.freezeItem());
      Tokenizer tokenizer = Tokenizer.open(plan.checkpoint().orElseThrow());
      return new NewNetwork(network(plan, config, directory.weights(), manager), config, tokenizer);
    }
  }

  /** A checkpoint keeps its widths; a configuration that names others would not be followed. */
  private static void requireShape(ModelPlan plan, DualEncoderConfig found)
      throws ModelFileException {
    requireSame(plan, "vector_dimensions", layers(plan.qNet()), layers(found.qNet()));
    requireSame(
        plan,
        "hyperlinker.embedding_projection",
        width(plan.embeddingProjection()),
        width(found.embeddingProjection()));
  }

  private static void requireSame(ModelPlan plan, String setting, String expected, String found)
      throws ModelFileException {
    if (!expected.equals(found)) {
      throw new ModelFileException(
          plan.checkpoint().orElseThrow(),
          "another %s than the configuration's; start from it by model_name_or_path, or change %s"
              .formatted(setting.substring(setting.indexOf('.') + 1), setting),
          expected,
          found);
    }
  }

  private static String layers(Optional<QNetConfig> qNet) {
    return qNet.map(shape -> shape.vectorDimensions().toString()).orElse("no q-net");
  }

  private static String width(OptionalInt width) {
    return width.isPresent() ? Integer.toString(width.getAsInt()) : "none";
  }

  private static NewNetwork fromBase(
      ModelPlan plan, List<String> sample, long seed, NDManager manager) throws IOException {
    PretrainedBert base = BaseEncoders.resolve(plan.baseEncoder());
    DualEncoderConfig config = config(plan, base.config());
    Map<String, Tensor> tensors = new TreeMap<>();
    SampleEmbeddings embeddings = new SampleEmbeddings(base, sample, manager);
    addTransformer(tensors, ModelTensors.QUERY_TRANSFORMER, base);
    if (!plan.sharedEncoder()) {
      addItemTransformer(tensors, plan, base);
    }
    Optional<Tensor> projection = projection(plan, base, embeddings);
    for (String name : ModelTensors.projections(config)) {
      tensors.put(name, projection.orElseThrow());
    }
    if (plan.qNet().isPresent()) {
      tensors.putAll(head(plan, base, projection, embeddings, seed));
    }
    base.weights().close();
    try (Weights weights = new InMemoryWeights(tensors)) {
      return new NewNetwork(network(plan, config, weights, manager), config, tokenizer(plan, base));
    }
  }

  private static void addTransformer(
      Map<String, Tensor> tensors, String prefix, PretrainedBert encoder) {
    encoder
        .weights()
        .names()
        .forEach(name -> tensors.put(prefix + name, encoder.weights().tensor(name)));
  }

  private static void addItemTransformer(
      Map<String, Tensor> tensors, ModelPlan plan, PretrainedBert base) throws IOException {
    if (plan.itemEncoder().equals(plan.baseEncoder())) {
      addTransformer(tensors, ModelTensors.ITEM_TRANSFORMER, base);
      return;
    }
    try (PretrainedBert other = BaseEncoders.resolve(plan.itemEncoder())) {
      if (!other.config().equals(base.config())) {
        throw new IOException(
            "the encoders of queries and items must have one size: "
                + plan.baseEncoder()
                + " has "
                + base.config()
                + ", "
                + plan.itemEncoder()
                + " has "
                + other.config());
      }
      addTransformer(tensors, ModelTensors.ITEM_TRANSFORMER, other);
    }
  }

  private static Tokenizer tokenizer(ModelPlan plan, PretrainedBert base) throws IOException {
    Optional<String> other = plan.tokenizer().filter(name -> !name.equals(plan.baseEncoder()));
    if (other.isEmpty()) {
      return base.tokenizer();
    }
    base.tokenizer().close();
    Path directory = Path.of(other.get());
    if (Files.isDirectory(directory)) {
      return Tokenizer.open(directory);
    }
    PretrainedBert named = BaseEncoders.resolve(other.get());
    named.weights().close();
    return named.tokenizer();
  }

  /**
   * One start for both sides, which are compared in one space: what the base has learned, else the
   * principal directions of its embeddings.
   */
  private static Optional<Tensor> projection(
      ModelPlan plan, PretrainedBert base, SampleEmbeddings embeddings) {
    if (plan.embeddingProjection().isEmpty()) {
      return Optional.empty();
    }
    int width = plan.embeddingProjection().getAsInt();
    Optional<Tensor> learned = base.projection().filter(matrix -> matrix.shape()[0] == width);
    return learned.isPresent()
        ? learned
        : Optional.of(
            PrincipalDirections.of(embeddings.by(plan.itemPooling()), base.config().hiddenSize())
                .leading(width));
  }

  private static Map<String, Tensor> head(
      ModelPlan plan,
      PretrainedBert base,
      Optional<Tensor> projection,
      SampleEmbeddings embeddings,
      long seed) {
    QNetConfig qNet = plan.qNet().orElseThrow();
    int hidden = base.config().hiddenSize();
    return switch (plan.headStart()) {
      case OFFICIAL -> HyperHeadStart.official(qNet, hidden, plan.scaleHeadToWidth(), seed);
      case INNER_PRODUCT ->
          InnerProductStart.of(
              qNet,
              hidden,
              projection,
              embeddings.by(Pooling.MEAN),
              plan.settings().similarity(),
              seed);
    };
  }

  private static DualEncoderConfig config(ModelPlan plan, BertConfig bert) {
    return new DualEncoderConfig(
        plan.qNet().isPresent() ? ModelType.HYPENCODER : ModelType.BIENCODER,
        plan.qNet(),
        plan.queryPooling(),
        plan.itemPooling(),
        plan.sharedEncoder(),
        bert,
        plan.freezeQuery(),
        plan.freezeItem(),
        plan.embeddingRepresentation(),
        plan.baseEncoder(),
        plan.embeddingProjection());
  }

  private static DualEncoder network(
      ModelPlan plan, DualEncoderConfig config, Weights weights, NDManager manager) {
    BertConfig bert = config.bert();
    Optional<Double> dropout =
        plan.dropout().isPresent() ? Optional.of(plan.dropout().getAsDouble()) : Optional.empty();
    BertConfig trained =
        new BertConfig(
            bert.vocabularySize(),
            bert.hiddenSize(),
            bert.layers(),
            bert.heads(),
            bert.intermediateSize(),
            bert.maxPositions(),
            bert.typeVocabularySize(),
            bert.layerNormEpsilon(),
            bert.activation(),
            dropout.orElse(bert.dropout()),
            dropout.orElse(bert.attentionDropout()),
            bert.padTokenId());
    return new DualEncoder(config, trained, plan.settings().similarity(), weights, manager);
  }

  @Override
  public void close() {
    network.close();
    tokenizer.close();
  }
}
