package org.hyperlinker.experiments.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hyperlinker.evaluation.protocol.Corpus;
import org.hyperlinker.experiments.plan.PlannedSystem;
import org.hyperlinker.linking.hybrid.FitSettings;
import org.hyperlinker.linking.hybrid.HybridFile;
import org.hyperlinker.linking.hybrid.HybridFit;
import org.hyperlinker.linking.hybrid.HybridFitter;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * Fits the rule that weighs the model's score with other evidence.
 *
 * @param key with the digest of index, training corpus and abbreviations
 * @param what for people
 * @param minutes by the plan
 * @param index with the model's rows
 * @param abbreviations whether they are written out
 */
public record RuleStep(
    String key, String what, double minutes, IndexStep index, boolean abbreviations)
    implements Step {

  /** The rule of a planned system. */
  public static RuleStep of(
      PlannedSystem system, IndexStep index, boolean abbreviations, Sources sources) {
    return new RuleStep(
        Workplace.key("rule", index.key(), sources.training().sha256(), abbreviations),
        "rule for " + system.name() + (abbreviations ? "" : ", abbreviations as they stand"),
        system.minutes().rule(),
        index,
        abbreviations);
  }

  @Override
  public boolean divisible() {
    return false;
  }

  Path file(Workplace place) {
    return place.folder(key).resolve(HybridFile.NAME);
  }

  @Override
  public void run(Workplace place) throws IOException {
    Corpus training = place.sources().training();
    FitSettings usual = FitSettings.of(place.threads());
    FitSettings settings =
        new FitSettings(
            usual.folds(),
            usual.best(),
            usual.ridge(),
            abbreviations,
            usual.search(),
            usual.threads(),
            usual.batch());
    try (LinkingModel model = place.models().open(index.model().directory(), place.threads());
        EmbeddingIndex rows = EmbeddingIndex.open(index.directory(place))) {
      HybridFit fit =
          new HybridFitter(model, rows, settings)
              .fit(
                  training.documents(),
                  Map.of("corpus", training.name(), "corpus_sha256", training.sha256()),
                  (done, total) -> place.progress("training documents", done, total));
      HybridFile.write(file(place), fit.rule());
    }
  }
}
