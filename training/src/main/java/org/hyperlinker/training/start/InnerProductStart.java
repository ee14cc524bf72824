package org.hyperlinker.training.start;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.weights.Tensor;

/**
 * Start values with which a new hypencoder ranks as the pretrained encoder's inner product would,
 * and learns from there. All of it is ordinary weights: the official code reads the head.
 *
 * <p>One layer's queries attend evenly (their embeddings are zero), which is mean pooling, and a
 * {@link QueryPassage} brings the pooled query through the head, scaled to a fixed length. Where
 * items are projected, the query is so too on its way. That layer is
 *
 * <ul>
 *   <li>the output layer of a q-net with a residual on every layer and the normalisation after it:
 *       hidden layers then start near the identity;
 *   <li>the hidden layer of a q-net with one hidden layer of any width and no normalisation: each
 *       unit is the same inner product, cut off at a threshold of its own, and the output adds them
 *       up with equal weights. The sum rises with the inner product, so the ranking is the same.
 * </ul>
 */
public final class InnerProductStart {

  private static final String PREFIX = "query_encoder.";

  /** Share of a hidden layer's random part in its input at the start. */
  private static final double HIDDEN_SHARE = 0.1;

  /** Scores of like and unlike texts shall differ by about this much in the softmax. */
  private static final double CONTRAST = 10;

  /** Cosine of like texts minus that of unlike ones, roughly, for pretrained encoders. */
  private static final double COSINE_GAP = 0.6;

  /** What gives that contrast where the last layer's input is normalised. */
  private static final double OUTPUT_GAIN = 0.04;

  private final QNetConfig config;
  private final int width;
  private final Optional<Tensor> projection;
  private final float[][] embeddings;
  private final Similarity similarity;
  private final Random random;
  private final Map<String, Tensor> tensors;

  private InnerProductStart(
      QNetConfig config,
      int hidden,
      Optional<Tensor> projection,
      float[][] embeddings,
      Similarity similarity,
      long seed) {
    this.config = config;
    this.width = config.inputWidth();
    this.projection = projection;
    this.embeddings = embeddings;
    this.similarity = similarity;
    this.random = new Random(seed + 1);
    this.tensors = new TreeMap<>(HyperHeadStart.official(config, hidden, true, seed));
  }

  /**
   * The tensors of a new hyper-head by their official names.
   *
   * @param hidden the encoder's width
   * @param projection of the items {@code (width, hidden)}, if any
   * @param embeddings mean-pooled embeddings of a sample of texts, {@code (texts, hidden)}
   * @param similarity for the cosine the q-net will see items of length 1
   * @throws IllegalArgumentException if the q-net's form does not allow it
   */
  public static Map<String, Tensor> of(
      QNetConfig config,
      int hidden,
      Optional<Tensor> projection,
      float[][] embeddings,
      Similarity similarity,
      long seed) {
    InnerProductStart start =
        new InnerProductStart(config, hidden, projection, embeddings, similarity, seed);
    int items = projection.map(matrix -> (int) matrix.shape()[0]).orElse(hidden);
    boolean passes = projection.isPresent() || hidden % 2 == 0;
    if (passes && items == config.inputWidth()) {
      if (isResidual(config)) {
        return start.residual();
      }
      if (isGated(config)) {
        return start.gated();
      }
    }
    throw new IllegalArgumentException(
        "hyper_head_start: inner_product needs an even width or an embedding_projection, and either"
            + " do_residual: true, do_residual_on_last: true, do_layer_norm: true,"
            + " layer_norm_before_residual: false,"
            + " or one hidden layer with activation_type: relu, do_residual: false,"
            + " do_layer_norm: false");
  }

  private static boolean isResidual(QNetConfig config) {
    return config.hiddenLayers() > 0
        && config.addsInput(config.hiddenLayers() - 1)
        && config.layerNorm()
        && !config.layerNormBeforeResidual();
  }

  private static boolean isGated(QNetConfig config) {
    return config.hiddenLayers() == 1
        && !config.addsInput(0)
        && !config.layerNorm()
        && config.activation() == Activation.RELU;
  }

  private Map<String, Tensor> residual() {
    int last = config.weightLayers() - 1;
    for (int layer = 0; layer < last; layer++) {
      put("hyper_base_matrices." + layer, noise(width * width), 1, width, width);
    }
    // Score and cosine of a normalised item differ by gain times width.
    pooledQuery(last, projection.isPresent() ? CONTRAST / COSINE_GAP / width : OUTPUT_GAIN);
    put("hyper_base_matrices." + last, new float[width], 1, 1, width);
    return tensors;
  }

  private Map<String, Tensor> gated() {
    int units = config.outputWidth(0);
    double norm =
        Arrays.stream(items())
            .map(similarity::comparable)
            .mapToDouble(InnerProductStart::norm)
            .average()
            .orElse(1);
    // A like text then has an inner product of about CONTRAST / COSINE_GAP.
    double top = CONTRAST / COSINE_GAP;
    pooledQuery(0, top / norm / Math.sqrt(width));
    float[] base = noise(units * width);
    float[] thresholds = new float[units];
    float[] equal = new float[units];
    for (int unit = 0; unit < units; unit++) {
      // From far below any score, where a unit is linear, to just below those of like texts.
      thresholds[unit] = (float) (top * (1 - 1.75 * (unit + 0.5) / units));
      equal[unit] = 1f / units;
    }
    put("hyper_base_matrices.0", base, 1, units, width);
    put("hyper_base_vectors.0", thresholds, 1, units);
    put("hyper_base_matrices.1", equal, 1, 1, units);
    return tensors;
  }

  /** Makes every row of a layer's generated weights the pooled query. */
  private void pooledQuery(int layer, double gain) {
    QueryPassage passage =
        projection
            .<QueryPassage>map(matrix -> ProjectedPassage.of(matrix, embeddings))
            .orElseGet(() -> PrincipalSplit.of(embeddings, width));
    float[] values = passage.values();
    int rows = config.outputWidth(layer);
    put("weight_query_embeddings." + layer, new float[rows * width], 1, rows, width);
    put("value_projections." + layer + ".weight", values, width, values.length / width);
    put("value_projections." + layer + ".bias", passage.valueBias(), width);
    put("weight_hyper_projection." + layer + ".weight", passage.joined(gain), width, width);
  }

  /** The sample as items before the similarity's treatment. */
  private float[][] items() {
    return projection.map(matrix -> Linear.apply(matrix, embeddings)).orElse(embeddings);
  }

  private float[] noise(int size) {
    float[] noise = new float[size];
    for (int i = 0; i < size; i++) {
      noise[i] = (float) (random.nextGaussian() * HIDDEN_SHARE / Math.sqrt(width));
    }
    return noise;
  }

  private static double norm(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private void put(String name, float[] values, long... shape) {
    tensors.put(PREFIX + name, new Tensor(shape, values));
  }
}
