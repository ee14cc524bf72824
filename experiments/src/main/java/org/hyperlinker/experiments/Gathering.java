package org.hyperlinker.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.hyperlinker.evaluation.comparison.Comparer;
import org.hyperlinker.evaluation.comparison.Comparison;
import org.hyperlinker.evaluation.comparison.ComparisonSettings;
import org.hyperlinker.evaluation.comparison.SystemResults;
import org.hyperlinker.evaluation.protocol.EvaluationSettings;
import org.hyperlinker.evaluation.protocol.MentionMeasures;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.evaluation.protocol.Standing;
import org.hyperlinker.evaluation.statistics.ClusterBootstrap;
import org.hyperlinker.experiments.Schedule.SystemRun;
import org.hyperlinker.experiments.plan.ExperimentPlan;
import org.hyperlinker.experiments.result.CostFigure;
import org.hyperlinker.experiments.result.ExperimentResult;
import org.hyperlinker.experiments.result.ResultFigure;
import org.hyperlinker.experiments.step.EvaluateStep;
import org.hyperlinker.experiments.step.Step;
import org.hyperlinker.experiments.step.Workplace;

/** Makes figures and tests of the results that are there. */
final class Gathering {

  private final Workplace place;
  private final Schedule schedule;

  private Gathering(Workplace place, Schedule schedule) {
    this.place = place;
    this.schedule = schedule;
  }

  /** The answers of a system to one trial, by seed. */
  private record Answers(
      String label,
      OptionalDouble x,
      Protocol protocol,
      List<OptionalLong> seeds,
      List<List<MentionResult>> mentions) {

    List<MentionResult> together() {
      return mentions.stream().flatMap(List::stream).toList();
    }
  }

  static ExperimentResult of(
      ExperimentPlan plan, Schedule schedule, Workplace place, Optional<String> stopped)
      throws IOException {
    Gathering gathering = new Gathering(place, schedule);
    Collection<Answers> answers = gathering.answers();
    List<ResultFigure> figures = new ArrayList<>();
    answers.forEach(one -> figures.addAll(figures(one)));
    Collection<Step> steps = schedule.steps();
    return new ExperimentResult(
        plan.name(),
        plan.title(),
        plan.axis(),
        figures,
        plan.published(),
        comparisons(answers, plan.seeds().size()),
        gathering.costs(),
        provenance(plan, place),
        (int) steps.stream().filter(place::done).count(),
        steps.size(),
        stopped);
  }

  private static SortedMap<String, String> provenance(ExperimentPlan plan, Workplace place) {
    SortedMap<String, String> provenance = place.sources().provenance();
    plan.systems().stream()
        .flatMap(system -> system.trials().stream())
        .flatMapToInt(trial -> trial.documents().stream())
        .findFirst()
        .ifPresent(size -> provenance.put("full_documents", Integer.toString(size)));
    return provenance;
  }

  private Collection<Answers> answers() throws IOException {
    SequencedMap<String, Answers> answers = new LinkedHashMap<>();
    for (SystemRun run : schedule.runs()) {
      for (EvaluateStep step : run.trials()) {
        if (place.done(step)) {
          String label = run.system().label(step.trial());
          Answers one =
              answers.computeIfAbsent(
                  label + "/" + step.trial().protocol(),
                  key ->
                      new Answers(
                          label,
                          run.system().place(step.trial()),
                          step.trial().protocol(),
                          new ArrayList<>(),
                          new ArrayList<>()));
          one.seeds().add(run.seed());
          one.mentions().add(step.answers(place));
        }
      }
    }
    return answers.sequencedValues();
  }

  /** A figure for each seed, and one over all where there are several. */
  private static List<ResultFigure> figures(Answers answers) {
    List<Long> seeds =
        answers.seeds().stream().filter(OptionalLong::isPresent).map(s -> s.getAsLong()).toList();
    if (seeds.isEmpty()) {
      return List.of(figure(answers, List.of(), answers.mentions().getFirst()));
    }
    List<ResultFigure> figures = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      figures.add(figure(answers, List.of(seeds.get(i)), answers.mentions().get(i)));
    }
    if (seeds.size() > 1) {
      figures.add(figure(answers, seeds, answers.together()));
    }
    return figures;
  }

  private static ResultFigure figure(
      Answers answers, List<Long> seeds, List<MentionResult> mentions) {
    List<MentionResult> linkable =
        mentions.stream().filter(m -> m.standing() == Standing.LINKABLE).toList();
    List<OptionalInt> ranks = linkable.stream().map(MentionResult::rank).toList();
    return new ResultFigure(
        answers.label(),
        answers.x(),
        seeds,
        answers.protocol(),
        linkable.size() / Math.max(1, seeds.size()),
        ClusterBootstrap.DEFAULTS.intervals(
            MentionMeasures.of(
                linkable, ranks, EvaluationSettings.of(answers.protocol()).measures())));
  }

  /** Every two systems that have all seeds; a mention counts by its mean over them. */
  private static SequencedMap<Protocol, Comparison> comparisons(
      Collection<Answers> answers, int seeds) {
    SequencedMap<Protocol, List<SystemResults>> systems = new LinkedHashMap<>();
    for (Answers one : answers) {
      if (one.seeds().size() == seeds) {
        systems
            .computeIfAbsent(one.protocol(), key -> new ArrayList<>())
            .add(new SystemResults(one.label(), one.mentions()));
      }
    }
    SequencedMap<Protocol, Comparison> comparisons = new LinkedHashMap<>();
    systems.forEach(
        (protocol, several) -> {
          if (several.size() > 1) {
            comparisons.put(protocol, Comparer.compare(several, ComparisonSettings.DEFAULTS));
          }
        });
    return comparisons;
  }

  private List<CostFigure> costs() throws IOException {
    List<CostFigure> costs = new ArrayList<>();
    for (SystemRun run : schedule.runs()) {
      if (run.bench().isPresent() && place.done(run.bench().get())) {
        costs.add(CostFigure.of(run.system().name(), run.bench().get().figures(place)));
      }
    }
    return costs;
  }
}
