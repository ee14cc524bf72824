package org.hyperlinker.benchmarks.measure;

import java.util.stream.IntStream;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;

/** What scores, for tables. */
public final class QueryShape {

  private QueryShape() {}

  /** A q-net's shape such as {@code [384, 64, 1]}, or {@code inner product, 384}. */
  public static String of(QueryRepresentation query) {
    return switch (query) {
      case QNet net ->
          net.config().vectorDimensions() + (adds(net.config()) ? " with residual" : "");
      case QueryVector vector ->
          vector.similarity().officialName().replace('_', ' ') + ", " + vector.dimension();
    };
  }

  private static boolean adds(QNetConfig config) {
    return IntStream.range(0, config.hiddenLayers()).anyMatch(config::addsInput);
  }
}
