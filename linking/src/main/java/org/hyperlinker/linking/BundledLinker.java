package org.hyperlinker.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hyperlinker.core.concurrent.Beside;
import org.hyperlinker.linking.bundle.Bundle;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.confidence.CalibrationFile;
import org.hyperlinker.linking.hybrid.HybridFile;
import org.hyperlinker.model.encoding.CachingModel;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.onnx.OnnxModel;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.search.index.EmbeddingIndex;

/** Opens what a bundle holds, for a linker that owns it. */
final class BundledLinker {

  private BundledLinker() {}

  static EntityLinker open(LinkingOptions options) throws IOException {
    Bundle bundle = Bundle.find();
    LinkingOptions.Evidences asked = options.evidence();
    LinkingOptions whole =
        asked.hybrid().isPresent()
            ? options
            : options.with(
                new LinkingOptions.Evidences(
                    asked.abbreviations(), asked.memory(), HybridFile.find(bundle.index())));
    try (Beside<EmbeddingIndex> opening =
        Beside.begin(
            "open-index", () -> EmbeddingIndex.open(bundle.index()), EmbeddingIndex::close)) {
      LinkingModel model =
          new CachingModel(
              OnnxModel.open(bundle.model(), Precision.INT8, options.threads()),
              CachingModel.DEFAULT_BYTES);
      EmbeddingIndex index = null;
      try {
        index = opening.get();
        return EntityLinker.of(model, index, whole, calibration(bundle, model, index, whole))
            .owning(model, index);
      } catch (IOException | RuntimeException e) {
        if (index != null) {
          index.close();
        }
        model.close();
        throw e;
      }
    }
  }

  /** The bundle's calibration, unless the options put its scores on another scale. */
  private static Optional<Calibration> calibration(
      Bundle bundle, LinkingModel model, EmbeddingIndex index, LinkingOptions options)
      throws IOException {
    Path file = bundle.index().resolve(Calibration.FILE_NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Calibration learned = CalibrationFile.read(file);
    return learned
            .conditions()
            .difference(EntityLinker.conditions(model, index, options.evidence()))
            .isPresent()
        ? Optional.empty()
        : Optional.of(learned);
  }
}
