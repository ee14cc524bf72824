package org.hyperlinker.model.onnx;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the graphs of a model lie and what their inputs, outputs and metadata are called: the
 * agreement between the export, which writes them, and {@link OnnxModel}, which runs them.
 *
 * <p>Both inputs are int64 {@code (batch, tokens)} of any size; the mask is 1 for a token and 0 for
 * padding. A vector is float {@code (batch, hidden)}, a q-net's weight {@code (batch, input,
 * output)} and its bias {@code (batch, 1, output)}.
 */
public final class OnnxGraphs {

  /** The folder in a model directory. */
  public static final String FOLDER = "onnx";

  /** The input that holds token ids. */
  public static final String INPUT_IDS = "input_ids";

  /** The input that tells tokens from padding. */
  public static final String ATTENTION_MASK = "attention_mask";

  /** The output of an item encoder and of a bi-encoder's query encoder. */
  public static final String VECTOR = "vector";

  /** The metadata key of the version of these agreements. */
  public static final String FORMAT_KEY = "hyperlinker.format";

  /** The version that this code writes and reads. */
  public static final String FORMAT = "1";

  /** The metadata key of the fingerprint of the model that a graph was made of. */
  public static final String FINGERPRINT_KEY = "hyperlinker.model_fingerprint";

  /** The metadata key of the {@link EncoderRole}. */
  public static final String ROLE_KEY = "hyperlinker.role";

  /** The metadata key of the {@link Precision}. */
  public static final String PRECISION_KEY = "hyperlinker.precision";

  /** The role of a tagger's graph in its metadata. */
  public static final String TAGGER_ROLE = "tagger";

  /** A tagger's third input: a mark for each token, int64 {@code (batch, tokens)}. */
  public static final String MARKS = "marks";

  /** A tagger's output: float {@code (batch, tokens, tags)}. */
  public static final String TAG_SCORES = "tag_scores";

  private OnnxGraphs() {}

  /** The output that holds a q-net's weight matrix, counted from 0. */
  public static String weight(int layer) {
    return "q_net.weight." + layer;
  }

  /** The output that holds a q-net's bias, counted from 0. */
  public static String bias(int layer) {
    return "q_net.bias." + layer;
  }

  /** The name of a graph's file, such as {@code query_encoder.int8.onnx}. */
  public static String fileName(EncoderRole role, Precision precision) {
    return role.officialName() + "_encoder." + precision.ending();
  }

  /** The file of a graph of a model. */
  public static Path file(Path modelDirectory, EncoderRole role, Precision precision) {
    return modelDirectory.resolve(FOLDER).resolve(fileName(role, precision));
  }

  /** The name of a tagger's graph, such as {@code tagger.int8.onnx}. */
  public static String taggerFileName(Precision precision) {
    return TAGGER_ROLE + "." + precision.ending();
  }

  /** The file of a tagger's graph. */
  public static Path taggerFile(Path directory, Precision precision) {
    return directory.resolve(FOLDER).resolve(taggerFileName(precision));
  }

  /** Whether a model was exported in this precision; not whether the export is up to date. */
  public static boolean exist(Path modelDirectory, Precision precision) {
    return Files.isRegularFile(file(modelDirectory, EncoderRole.QUERY, precision));
  }
}
