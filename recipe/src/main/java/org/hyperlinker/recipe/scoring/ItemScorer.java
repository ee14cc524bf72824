package org.hyperlinker.recipe.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.preparation.progress.Progress;

/**
 * One model's scores of the items of examples. Each different text is encoded once, in batches of
 * like length; the embeddings of all item texts are held in memory.
 */
final class ItemScorer {

  private static final Comparator<String> BY_LENGTH =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final LinkingModel model;
  private final int batch;
  private final Progress progress;
  private final String name;

  /**
   * A scorer.
   *
   * @param name of the teacher, for the progress
   */
  ItemScorer(LinkingModel model, int batch, String name, Progress progress) {
    this.model = model;
    this.batch = batch;
    this.name = name;
    this.progress = progress;
  }

  /** The scores of each example's items. */
  TeacherScores score(List<Example> examples) {
    Map<String, float[]> embeddings = embeddings(itemTexts(examples));
    SequencedMap<String, List<Integer>> byQuery = byQuery(examples);
    List<String> queries = byQuery.keySet().stream().sorted(BY_LENGTH).toList();
    float[][] scores = new float[examples.size()][];
    for (int from = 0; from < queries.size(); from += batch) {
      progress.report("score " + name, from, queries.size());
      List<String> part = queries.subList(from, Math.min(queries.size(), from + batch));
      List<QueryRepresentation> encoded = model.encodeQueries(part);
      for (int i = 0; i < part.size(); i++) {
        for (int example : byQuery.get(part.get(i))) {
          scores[example] = scores(encoded.get(i), examples.get(example), embeddings);
        }
      }
    }
    progress.report("score " + name, queries.size(), queries.size());
    return new TeacherScores(scores);
  }

  /** The different item texts. */
  static Stream<String> itemTexts(List<Example> examples) {
    return examples.stream()
        .flatMap(example -> example.items().stream())
        .map(item -> item.content())
        .distinct();
  }

  private float[] scores(
      QueryRepresentation query, Example example, Map<String, float[]> embeddings) {
    float[][] rows =
        example.items().stream()
            .map(item -> embeddings.get(item.content()))
            .toArray(float[][]::new);
    float[] scores = Scorers.of(query).score(PackedItems.of(rows, model.dimension()));
    for (float score : scores) {
      if (Float.isNaN(score)) {
        throw new IllegalStateException(
            name
                + " scores an item of query '"
                + example.query().id()
                + "' as NaN; the model's weights are damaged");
      }
    }
    return scores;
  }

  private Map<String, float[]> embeddings(Stream<String> texts) {
    List<String> sorted = texts.sorted(BY_LENGTH).toList();
    Map<String, float[]> embeddings = HashMap.newHashMap(sorted.size());
    for (int from = 0; from < sorted.size(); from += batch) {
      progress.report("encode items for " + name, from, sorted.size());
      List<String> part = sorted.subList(from, Math.min(sorted.size(), from + batch));
      float[][] encoded = model.encodeItems(part);
      for (int i = 0; i < part.size(); i++) {
        embeddings.put(part.get(i), encoded[i]);
      }
    }
    progress.report("encode items for " + name, sorted.size(), sorted.size());
    return embeddings;
  }

  private static SequencedMap<String, List<Integer>> byQuery(List<Example> examples) {
    SequencedMap<String, List<Integer>> byQuery = new LinkedHashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      byQuery.computeIfAbsent(examples.get(i).query().content(), _ -> new ArrayList<>()).add(i);
    }
    return byQuery;
  }
}
