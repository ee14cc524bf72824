package org.hyperlinker.model.encoding;

import java.util.List;
import org.hyperlinker.model.qnet.QueryRepresentation;

/**
 * A model that turns query texts into q-nets or vectors and item texts into embeddings.
 *
 * <p>Safe for many threads unless an implementation says otherwise. Whoever opened it closes it.
 */
public interface LinkingModel extends AutoCloseable {

  /** How the model wants its texts. */
  ModelSettings settings();

  /**
   * SHA-256 of what decides the model's output; an index names the model it was built with by it.
   */
  String fingerprint();

  /** The width of the item embeddings. */
  int dimension();

  /**
   * Encodes query texts.
   *
   * @param texts made by {@link ModelSettings#query()}; any number
   * @return one representation for each text, in order
   */
  List<QueryRepresentation> encodeQueries(List<String> texts);

  /**
   * Encodes item texts.
   *
   * @param texts made by {@link ModelSettings#item()}; any number
   * @return embeddings {@code (texts, dimension)}, in order
   */
  float[][] encodeItems(List<String> texts);

  @Override
  void close();
}
