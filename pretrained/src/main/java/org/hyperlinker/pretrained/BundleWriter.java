package org.hyperlinker.pretrained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.linking.bundle.Bundle;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.detection.DetectionFile;
import org.hyperlinker.linking.detection.TaggerDetector;
import org.hyperlinker.linking.hybrid.HybridFile;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.onnx.EncoderRole;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.onnx.OnnxModel;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.onnx.TaggerGraphs;
import org.hyperlinker.model.weights.WeightDigests;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexMetadata;

/**
 * Lays a bundle: of the model what serving queries takes, in 8 bits, and the whole index with its
 * rule and calibration.
 */
public final class BundleWriter {

  private static final Precision PRECISION = Precision.INT8;
  private static final List<String> MODEL_FILES =
      List.of(
          "config.json",
          "hyperlinker.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "vocab.txt");
  private static final List<String> INDEX_FILES =
      List.of("index.json", HybridFile.NAME, Calibration.FILE_NAME, DetectionFile.NAME);

  private BundleWriter() {}

  /**
   * Writes a bundle, whole or not at all. A bundle that was there is replaced.
   *
   * @param model exported in 8 bits
   * @param index built with this model
   * @param provenance where both come from, such as the commands that made them
   * @return what {@code bundle.json} says
   * @throws IllegalArgumentException if model and index do not belong together or the bundle is too
   *     large; nothing is written
   * @throws IOException if a file is missing, damaged or cannot be written
   */
  public static BundleManifest write(
      Path model, Path index, Path out, Map<String, String> provenance, BundleLimits limits)
      throws IOException {
    requireReplaceable(model, index, out);
    IndexMetadata metadata = EmbeddingIndex.check(index);
    AtomicReference<BundleManifest> manifest = new AtomicReference<>();
    AtomicFiles.writeDirectory(
        out,
        partial -> {
          Bundle bundle = new Bundle(partial);
          layModel(model, bundle.model());
          layIndex(index, metadata, bundle.index());
          SortedMap<String, String> whole = new TreeMap<>(provenance);
          String fingerprint = served(bundle, whole);
          whole.put("index_form", metadata.contents().compact() ? "compact" : "full");
          metadata.provenance().forEach((key, text) -> whole.put("index." + key, text));
          BundleManifest laid =
              new BundleManifest(fingerprint, whole, BundleFiles.contents(partial));
          limits.require(laid.files());
          Files.write(partial.resolve(BundleManifest.FILE), laid.json());
          manifest.set(laid);
        });
    return manifest.get();
  }

  /** A folder is replaced as a whole, which must not cost anybody a model. */
  private static void requireReplaceable(Path model, Path index, Path out) throws IOException {
    Path whole = out.toAbsolutePath().normalize();
    for (Path needed : List.of(model, index)) {
      if (needed.toAbsolutePath().normalize().startsWith(whole)) {
        throw new IOException(
            out + " is replaced as a whole, and " + needed + " lies in it; name another folder");
      }
    }
    if (!Files.exists(out)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw new IOException(out + " is a file; name a folder for the bundle");
    }
    try (Stream<Path> content = Files.list(out)) {
      if (content.findAny().isPresent() && !Files.exists(out.resolve(BundleManifest.FILE))) {
        throw new IOException(
            out
                + " holds files that are no bundle (no "
                + BundleManifest.FILE
                + "); name a new folder or empty this one");
      }
    }
  }

  /** Opens what was laid, as it will be served. */
  private static String served(Bundle bundle, SortedMap<String, String> provenance)
      throws IOException {
    try (LinkingModel model = OnnxModel.open(bundle.model(), PRECISION, 1);
        EmbeddingIndex index = EmbeddingIndex.open(bundle.index())) {
      index.requireModel(model);
      model.settings().provenance().forEach((key, text) -> provenance.put("model." + key, text));
      HybridFile.find(bundle.index())
          .filter(rule -> !rule.modelFingerprint().equals(model.fingerprint()))
          .ifPresent(
              rule -> {
                throw new IllegalArgumentException(
                    "the index's "
                        + HybridFile.NAME
                        + " was fitted with model "
                        + rule.modelFingerprint()
                        + ", not "
                        + model.fingerprint()
                        + "; fit it again with 'hyperlinker combine'");
              });
      return model.fingerprint();
    }
  }

  private static void layModel(Path model, Path target) throws IOException {
    Files.createDirectories(target.resolve(OnnxGraphs.FOLDER));
    copyThere(model, target, MODEL_FILES);
    WeightDigests.write(model, target);
    Path graph = OnnxGraphs.file(model, EncoderRole.QUERY, PRECISION);
    if (!Files.isRegularFile(graph)) {
      throw new IOException(
          graph + ": no such file; export the model first: hyperlinker export --int8");
    }
    Files.copy(graph, OnnxGraphs.file(target, EncoderRole.QUERY, PRECISION));
  }

  private static void layIndex(Path index, IndexMetadata metadata, Path target) throws IOException {
    Files.createDirectories(target);
    copyThere(index, target, INDEX_FILES);
    Path tagger = index.resolve(TaggerDetector.FOLDER);
    if (Files.isDirectory(tagger)) {
      TaggerGraphs.lay(tagger, target.resolve(TaggerDetector.FOLDER), Set.of(PRECISION));
    }
    for (String file : metadata.files().keySet()) {
      Path to = target.resolve(metadata.generation()).resolve(file);
      Files.createDirectories(to.getParent());
      Files.copy(index.resolve(metadata.generation()).resolve(file), to);
    }
  }

  private static void copyThere(Path from, Path to, List<String> names) throws IOException {
    for (String name : names) {
      if (Files.isRegularFile(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name));
      }
    }
  }
}
