package org.hyperlinker.training.tagging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.directory.TaggerConfig;
import org.hyperlinker.model.weights.Tensor;

/** The weights that a tagger begins with. */
final class TaggerStart {

  /** BERT's own spread of new weights. */
  private static final double SPREAD = 0.02;

  private TaggerStart() {}

  /** The base's tensors, marks that change nothing yet, and a drawn layer of tags. */
  static Map<String, Tensor> of(TaggerConfig config, PretrainedBert base, long seed) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    base.weights().names().forEach(name -> tensors.put(name, base.weights().tensor(name)));
    int hidden = config.bert().hiddenSize();
    int tags = config.scheme().tags();
    int marks = config.scheme().marks();
    Random random = new Random(seed);
    float[] head = new float[tags * hidden];
    for (int at = 0; at < head.length; at++) {
      head[at] = (float) (random.nextGaussian() * SPREAD);
    }
    tensors.put(TaggerConfig.MARKS, Tensor.of(new float[marks * hidden], marks, hidden));
    tensors.put(TaggerConfig.HEAD + ".weight", Tensor.of(head, tags, hidden));
    tensors.put(TaggerConfig.HEAD + ".bias", Tensor.of(new float[tags], tags));
    return tensors;
  }
}
