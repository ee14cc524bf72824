package org.hyperlinker.model.directory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.Weights;

/** Whether tensors and tokenizer are those that the configuration promises. */
final class TensorCheck {

  private TensorCheck() {}

  /**
   * Compares names and shapes.
   *
   * @param directory what errors name
   * @param expected every tensor there must be
   * @param ignored tensors that may be there beside
   */
  static void check(
      Path directory,
      SortedMap<String, long[]> expected,
      Weights weights,
      Predicate<String> ignored)
      throws ModelFileException {
    for (Map.Entry<String, long[]> entry : expected.entrySet()) {
      String name = entry.getKey();
      if (!weights.names().contains(name)) {
        throw new ModelFileException(
            directory,
            "the weights do not fit config.json: no tensor '"
                + name
                + "' of shape "
                + Arrays.toString(entry.getValue()));
      }
      long[] shape = weights.shape(name);
      if (!Arrays.equals(shape, entry.getValue())) {
        throw new ModelFileException(
            directory,
            "the weights do not fit config.json: shape of '" + name + "'",
            Arrays.toString(entry.getValue()),
            Arrays.toString(shape));
      }
    }
    for (String name : weights.names()) {
      if (!expected.containsKey(name) && !ignored.test(name)) {
        throw new ModelFileException(
            directory, "the weights do not fit config.json: it has no place for '" + name + "'");
      }
    }
  }

  /** Refuses a tokenizer with ids that have no embedding. */
  static void vocabulary(Path directory, Tokenizer tokenizer, BertConfig bert)
      throws ModelFileException {
    if (tokenizer.vocabularySize() > bert.vocabularySize()) {
      throw new ModelFileException(
          directory,
          "the tokenizer does not fit the weights",
          "at most " + bert.vocabularySize() + " tokens",
          tokenizer.vocabularySize());
    }
  }
}
