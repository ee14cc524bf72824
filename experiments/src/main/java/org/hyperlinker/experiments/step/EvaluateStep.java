package org.hyperlinker.experiments.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.evaluation.protocol.Corpus;
import org.hyperlinker.evaluation.protocol.Evaluation;
import org.hyperlinker.evaluation.protocol.EvaluationFiles;
import org.hyperlinker.evaluation.protocol.EvaluationSettings;
import org.hyperlinker.evaluation.protocol.Evaluator;
import org.hyperlinker.evaluation.protocol.IndexedCandidates;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.experiments.plan.PlannedSystem;
import org.hyperlinker.experiments.plan.Trial;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.linking.hybrid.HybridFile;
import org.hyperlinker.linking.hybrid.HybridRule;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * Evaluates a system, scoring every row.
 *
 * @param key with the digest of index, rule, trial and corpora
 * @param what for people
 * @param minutes by the plan
 * @param index with the model's rows
 * @param rule that decides, if any
 * @param trial how mentions are asked
 */
public record EvaluateStep(
    String key, String what, double minutes, IndexStep index, Optional<RuleStep> rule, Trial trial)
    implements Step {

  private static final String FIGURES = "evaluation.json";
  private static final String MENTIONS = "mentions.jsonl";

  /** A trial of a planned system. */
  public static EvaluateStep of(
      PlannedSystem system,
      Trial trial,
      IndexStep index,
      Optional<RuleStep> rule,
      Sources sources) {
    return new EvaluateStep(
        Workplace.key(
            "evaluation",
            index.key(),
            rule.map(RuleStep::key).orElse(""),
            trial.protocol(),
            trial.window(),
            trial.abbreviations(),
            trial.memory(),
            trial.documents(),
            sources.corpus().sha256(),
            sources.training().sha256()),
        "evaluate " + system.label(trial) + ", " + trial.protocol().officialName(),
        trial.protocol() == Protocol.FULL ? system.minutes().full() : system.minutes().restricted(),
        index,
        rule,
        trial);
  }

  @Override
  public boolean divisible() {
    return false;
  }

  /**
   * The answers, once the step is done.
   *
   * @throws IOException if they cannot be read
   */
  public List<MentionResult> answers(Workplace place) throws IOException {
    return EvaluationFiles.readMentions(place.folder(key).resolve(MENTIONS));
  }

  private Corpus asked(Corpus corpus) {
    return trial.documents().isPresent() ? corpus.sample(trial.documents().getAsInt()) : corpus;
  }

  @Override
  public void run(Workplace place) throws IOException {
    Optional<HybridRule> decides =
        rule.isPresent() ? Optional.of(HybridFile.read(rule.get().file(place))) : Optional.empty();
    LinkingOptions options =
        new LinkingOptions(
            LinkingOptions.DEFAULT_TOP_K,
            place.threads(),
            new SearchStrategy.Exact(),
            new LinkingOptions.Evidences(trial.abbreviations(), trial.memory(), decides));
    try (LinkingModel model = place.models().open(index.model().directory(), place.threads());
        EmbeddingIndex rows = EmbeddingIndex.open(index.directory(place))) {
      LinkingModel asked =
          trial.window().isPresent() ? new WindowedModel(model, trial.window().getAsInt()) : model;
      Evaluation evaluation =
          new Evaluator(
                  new IndexedCandidates(asked, rows, options),
                  EvaluationSettings.of(trial.protocol()))
              .evaluate(
                  asked(place.sources().corpus()),
                  Optional.of(place.sources().training()),
                  place::progress);
      Path folder = place.folder(key);
      Path mentions = folder.resolve(MENTIONS);
      EvaluationFiles.writeMentions(mentions, evaluation.mentions());
      EvaluationFiles.writeReport(
          folder.resolve(FIGURES), evaluation.report(), Optional.of(mentions));
    }
  }
}
