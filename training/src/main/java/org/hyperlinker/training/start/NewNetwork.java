package org.hyperlinker.training.start;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.hyperlinker.training.network.TextEmbedder;
import org.hyperlinker.training.plan.HeadStart;
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
   * @param sample item texts on which an inner-product start looks
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
      DualEncoderConfig config = directory.config();
      Tokenizer tokenizer = Tokenizer.open(plan.checkpoint().orElseThrow());
      return new NewNetwork(network(plan, config, directory.weights(), manager), config, tokenizer);
    }
  }

  private static NewNetwork fromBase(
      ModelPlan plan, List<String> sample, long seed, NDManager manager) throws IOException {
    PretrainedBert base = BaseEncoders.resolve(plan.baseEncoder());
    DualEncoderConfig config = config(plan, base.config());
    Map<String, Tensor> tensors = new TreeMap<>();
    addTransformer(tensors, ModelTensors.QUERY_TRANSFORMER, base);
    if (!plan.sharedEncoder()) {
      addItemTransformer(tensors, plan, base);
    }
    if (plan.qNet().isPresent()) {
      tensors.putAll(head(plan, plan.qNet().get(), base, sample, seed, manager));
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

  private static Map<String, Tensor> head(
      ModelPlan plan,
      QNetConfig qNet,
      PretrainedBert base,
      List<String> sample,
      long seed,
      NDManager manager) {
    int hidden = base.config().hiddenSize();
    if (plan.headStart() == HeadStart.OFFICIAL) {
      return HyperHeadStart.official(qNet, hidden, plan.scaleHeadToWidth(), seed);
    }
    float[][] embeddings = TextEmbedder.embed(base, Pooling.MEAN, new ArrayList<>(sample), manager);
    return InnerProductStart.of(qNet, hidden, embeddings, plan.settings().similarity(), seed);
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
        plan.baseEncoder());
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
