package org.hyperlinker.linking.hybrid;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.linking.ranking.Progress;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;

/** Fits a {@link HybridRule} to a training corpus and cross-validates it over documents. */
public final class HybridFitter {

  private final LinkingModel model;
  private final EmbeddingIndex index;
  private final FitSettings settings;

  /**
   * A fitter.
   *
   * @throws IllegalArgumentException if another model built the index, naming both fingerprints
   */
  public HybridFitter(LinkingModel model, EmbeddingIndex index, FitSettings settings) {
    index.requireModel(model);
    this.model = model;
    this.index = index;
    this.settings = settings;
  }

  /**
   * Fits.
   *
   * @param documents the training corpus, best the one that the index remembers
   * @param provenance what is known of it
   * @param progress told of documents
   * @throws IllegalArgumentException if there are fewer documents than folds, or no mention has a
   *     concept of the index
   */
  public HybridFit fit(
      List<Document> documents, Map<String, String> provenance, Progress progress) {
    if (documents.size() < settings.folds()) {
      throw new IllegalArgumentException(
          "a fit in "
              + settings.folds()
              + " folds needs as many documents, found: "
              + documents.size());
    }
    FoldFeatures features = new FoldFeatures(model, index, settings);
    List<List<FoldFeatures.Sample>> folds = new ArrayList<>();
    int before = 0;
    for (int fold = 0; fold < settings.folds(); fold++) {
      List<Document> held = part(documents, fold, true);
      int asked = before;
      folds.add(
          features.of(
              held,
              part(documents, fold, false),
              (done, total) -> progress.advanced(asked + done, documents.size())));
      before += held.size();
    }
    List<FoldFeatures.Sample> all = folds.stream().flatMap(List::stream).toList();
    int reachable = (int) all.stream().filter(sample -> sample.gold() >= 0).count();
    if (reachable == 0) {
      throw new IllegalArgumentException(
          "nothing to fit: no mention of the corpus has its concept among the candidates");
    }
    return new HybridFit(
        rule(weights(all, group -> true), features.types(documents), provenance, documents),
        all.size(),
        reachable,
        settings.folds(),
        ablation(folds));
  }

  private List<Document> part(List<Document> documents, int fold, boolean held) {
    return IntStream.range(0, documents.size())
        .filter(i -> (i % settings.folds() == fold) == held)
        .mapToObj(documents::get)
        .toList();
  }

  private HybridRule rule(
      double[] weights,
      TypeBranches types,
      Map<String, String> provenance,
      List<Document> documents) {
    Map<Feature, Double> byFeature = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      byFeature.put(feature, weights[feature.ordinal()]);
    }
    SortedMap<String, String> known = new TreeMap<>(provenance);
    known.put("documents", Integer.toString(documents.size()));
    known.put("folds", Integer.toString(settings.folds()));
    known.put("ridge", Double.toString(settings.ridge()));
    known.put("abbreviations", Boolean.toString(settings.abbreviations()));
    return new HybridRule(byFeature, types, settings.best(), model.fingerprint(), known);
  }

  private List<HybridFit.Accuracy> ablation(List<List<FoldFeatures.Sample>> folds) {
    List<HybridFit.Accuracy> accuracies = new ArrayList<>();
    accuracies.add(new HybridFit.Accuracy("all", validated(folds, group -> true)));
    for (Feature.Group left : Feature.Group.values()) {
      accuracies.add(
          new HybridFit.Accuracy(
              "without " + left.name().toLowerCase(Locale.ROOT),
              validated(folds, group -> group != left)));
    }
    accuracies.add(
        new HybridFit.Accuracy(
            "model alone", validated(folds, group -> group == Feature.Group.MODEL)));
    return accuracies;
  }

  private double validated(List<List<FoldFeatures.Sample>> folds, Predicate<Feature.Group> groups) {
    int right = 0;
    int all = 0;
    for (int fold = 0; fold < folds.size(); fold++) {
      int held = fold;
      double[] weights =
          weights(
              IntStream.range(0, folds.size())
                  .filter(other -> other != held)
                  .mapToObj(folds::get)
                  .flatMap(List::stream)
                  .toList(),
              groups);
      for (FoldFeatures.Sample sample : folds.get(fold)) {
        right += sample.gold() >= 0 && first(sample, weights) == sample.gold() ? 1 : 0;
        all++;
      }
    }
    return (double) right / all;
  }

  private double[] weights(List<FoldFeatures.Sample> samples, Predicate<Feature.Group> groups) {
    List<ConditionalLogit.Choice> choices =
        samples.stream()
            .filter(sample -> sample.gold() >= 0)
            .map(
                sample ->
                    new ConditionalLogit.Choice(
                        sample.candidates().stream()
                            .map(CandidateFeatures.Featured::values)
                            .toArray(double[][]::new),
                        sample.gold()))
            .toList();
    int[] used =
        Stream.of(Feature.values())
            .filter(feature -> groups.test(feature.group()))
            .mapToInt(Feature::ordinal)
            .toArray();
    return ConditionalLogit.fit(choices, used, Feature.values().length, settings.ridge());
  }

  private static int first(FoldFeatures.Sample sample, double[] weights) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < sample.candidates().size(); c++) {
      double score = 0;
      double[] values = sample.candidates().get(c).values();
      for (int i = 0; i < weights.length; i++) {
        score += weights[i] * values[i];
      }
      if (score > most) {
        most = score;
        best = c;
      }
    }
    return best;
  }
}
