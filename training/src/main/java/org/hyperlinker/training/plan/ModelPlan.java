package org.hyperlinker.training.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * The network to train.
 *
 * @param baseEncoder alias or directory of the pretrained encoder; not read with a checkpoint
 * @param itemEncoder the same for the items; not read with a shared encoder or a checkpoint
 * @param tokenizer alias or directory of another tokenizer than the base encoder's
 * @param checkpoint a model directory to start from instead of a new head on the base encoder
 * @param qNet the q-net's shape; empty for a bi-encoder. A checkpoint's widths must be the same,
 *     and the rest of its shape is kept
 * @param queryPooling a bi-encoder's pooling of the query
 * @param itemPooling pooling of the items
 * @param sharedEncoder whether queries and items share one transformer
 * @param freezeQuery whether the query transformer stays as it is
 * @param freezeItem whether the item transformer stays as it is
 * @param embeddingRepresentation pooling of the vector beside the q-net; recorded in the model
 * @param embeddingProjection the width to which embeddings are projected; empty for the encoder's.
 *     A checkpoint's must be the same
 * @param headStart what a new hyper-head starts from
 * @param scaleHeadToWidth whether the official constants follow the encoder's width
 * @param dropout the transformer's dropout in training; empty for the encoder's own
 * @param settings templates, lengths and similarity, recorded in the model
 */
public record ModelPlan(
    String baseEncoder,
    String itemEncoder,
    Optional<String> tokenizer,
    Optional<Path> checkpoint,
    Optional<QNetConfig> qNet,
    Pooling queryPooling,
    Pooling itemPooling,
    boolean sharedEncoder,
    boolean freezeQuery,
    boolean freezeItem,
    Optional<Pooling> embeddingRepresentation,
    OptionalInt embeddingProjection,
    HeadStart headStart,
    boolean scaleHeadToWidth,
    OptionalDouble dropout,
    ModelSettings settings) {

  /**
   * The digests of what the network starts from, as far as that lies in folders, which may hold
   * something else another day. An alias names an artifact that never changes.
   */
  List<String> startDigests() throws IOException {
    Stream<Path> named =
        checkpoint.isPresent()
            ? checkpoint.stream()
            : Stream.concat(Stream.of(baseEncoder, itemEncoder), tokenizer.stream()).map(Path::of);
    List<String> digests = new ArrayList<>();
    for (Path folder : named.distinct().filter(Files::isDirectory).toList()) {
      digests.add(Sha256.of(folder));
    }
    return digests;
  }
}
