package org.hyperlinker.linking.detection;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * What the dictionary finds in the documents of a training corpus when it has learned from the
 * others alone. Learned from all, it would know every mention that it is asked for, and whoever
 * learned from it would trust it too much.
 */
public final class HeldOutMarks {

  /** Parts into which documents are dealt. */
  public static final int FOLDS = 5;

  private HeldOutMarks() {}

  /** For each document, for each passage, what is found by a dictionary without its part. */
  public static List<List<List<Mention>>> of(EmbeddingIndex index, List<Document> documents) {
    List<DictionaryDetector> detectors = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Document> others = new ArrayList<>();
      for (int i = 0; i < documents.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(documents.get(i));
        }
      }
      detectors.add(DictionaryDetector.of(index, DetectionLearner.learn(index, others)));
    }
    List<List<List<Mention>>> marks = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      marks.add(detectors.get(i % FOLDS).detect(documents.get(i)));
    }
    return marks;
  }
}
