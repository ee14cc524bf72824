package org.hyperlinker.recipe.pretraining;

import java.nio.file.Path;
import java.util.List;

/**
 * How an encoder is pretrained.
 *
 * @param ontologies the ontology files that make up one knowledge base, at least one
 * @param output the directory of the run
 * @param base alias or directory of the pretrained encoder
 * @param namePairs pairs of one concept at most, at least 1
 * @param loss what draws names together
 * @param steps optimizer steps, at least 1; the learning rate follows this length
 * @param batch pairs in a step, at least 2
 * @param learningRate the highest, more than 0
 * @param maxLength longest name in tokens, special ones included, at least 3
 * @param seed of the training; the choice of pairs has a seed of its own
 */
public record PretrainSettings(
    List<Path> ontologies,
    Path output,
    String base,
    int namePairs,
    AlignmentLoss loss,
    int steps,
    int batch,
    double learningRate,
    int maxLength,
    long seed) {

  /** Copies the list and rejects values without meaning. */
  public PretrainSettings {
    ontologies = List.copyOf(ontologies);
    require(!ontologies.isEmpty(), "name at least one ontology file");
    require(namePairs >= 1, "name pairs of a concept: 1 or more, found: " + namePairs);
    require(steps >= 1, "steps: 1 or more, found: " + steps);
    require(batch >= 2, "pairs in a step: 2 or more, found: " + batch);
    require(learningRate > 0, "the learning rate is more than 0, found: " + learningRate);
    require(maxLength >= 3, "the longest name needs at least 3 tokens, found: " + maxLength);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
