package org.hyperlinker.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.experiments.plan.ExperimentPlan;
import org.hyperlinker.experiments.plan.ModelSource;
import org.hyperlinker.experiments.plan.PlannedSystem;
import org.hyperlinker.experiments.plan.Trial;
import org.hyperlinker.experiments.step.BenchStep;
import org.hyperlinker.experiments.step.EvaluateStep;
import org.hyperlinker.experiments.step.IndexStep;
import org.hyperlinker.experiments.step.ModelPlace;
import org.hyperlinker.experiments.step.RuleStep;
import org.hyperlinker.experiments.step.Step;
import org.hyperlinker.experiments.step.TrainStep;
import org.hyperlinker.experiments.step.Workplace;
import org.hyperlinker.model.directory.ModelDirectory;

/**
 * The steps that a plan comes to. Steps of equal inputs are one, whoever needs them.
 *
 * @param runs a run for each system and seed, the seeds one after the other, so that what is cut is
 *     whole for the first seeds
 */
record Schedule(List<SystemRun> runs) {

  Schedule {
    runs = List.copyOf(runs);
  }

  /**
   * A system with a seed.
   *
   * @param system as planned
   * @param seed of its training; empty for a model at hand
   * @param preparing what comes before the evaluations, in order
   * @param trials in the order of the plan
   * @param bench with the first seed only
   */
  record SystemRun(
      PlannedSystem system,
      OptionalLong seed,
      List<Step> preparing,
      List<EvaluateStep> trials,
      Optional<BenchStep> bench) {}

  /**
   * The steps of a plan.
   *
   * @param steps of each training, in place of its configuration's
   * @throws IOException if a configuration, its data or a model at hand cannot be read
   */
  static Schedule of(ExperimentPlan plan, OptionalInt steps, Workplace place) throws IOException {
    List<SystemRun> runs = new ArrayList<>();
    for (long seed : plan.seeds()) {
      for (PlannedSystem system : plan.systems()) {
        runs.add(run(system, seed, steps, seed == plan.seeds().getFirst(), place));
      }
    }
    return new Schedule(runs);
  }

  private static SystemRun run(
      PlannedSystem system, long seed, OptionalInt steps, boolean first, Workplace place)
      throws IOException {
    List<Step> preparing = new ArrayList<>();
    OptionalLong used;
    String runtime;
    ModelPlace model;
    switch (system.model()) {
      case ModelSource.Trained trained -> {
        TrainStep training = TrainStep.of(system, trained, seed, steps);
        preparing.add(training);
        model = training.place(place.cache());
        used = OptionalLong.of(seed);
        runtime = TrainStep.RUNTIME;
      }
      case ModelSource.Given given -> {
        try (ModelDirectory directory = ModelDirectory.open(given.directory())) {
          model = new ModelPlace(directory.fingerprint(), given.directory());
        }
        used = OptionalLong.empty();
        runtime = place.models().runtime(given.directory());
      }
    }
    IndexStep index = IndexStep.of(system, model, place.sources());
    preparing.add(index);
    Map<Boolean, RuleStep> rules = new HashMap<>();
    List<EvaluateStep> trials = new ArrayList<>();
    for (Trial trial : system.trials()) {
      Optional<RuleStep> rule = Optional.empty();
      if (trial.rule()) {
        rule =
            Optional.of(
                rules.computeIfAbsent(
                    trial.abbreviations(),
                    written -> RuleStep.of(system, index, written, place.sources())));
      }
      trials.add(EvaluateStep.of(system, trial, index, rule, place.sources()));
    }
    preparing.addAll(rules.values());
    return new SystemRun(
        system,
        used,
        preparing,
        trials,
        first
            ? system.bench().map(b -> BenchStep.of(system, b, index, runtime, place.sources()))
            : Optional.empty());
  }

  /**
   * All steps in the order of their doing, each once: trainings, indexes, rules and the quick
   * restricted evaluations, then the full ones, then the measurements.
   */
  Collection<Step> steps() {
    SequencedMap<String, Step> steps = new LinkedHashMap<>();
    Consumer<Step> add = step -> steps.putIfAbsent(step.key(), step);
    for (SystemRun run : runs) {
      run.preparing().forEach(add);
      run.trials().stream()
          .filter(step -> step.trial().protocol() == Protocol.RESTRICTED)
          .forEach(add);
    }
    runs.forEach(run -> run.trials().forEach(add));
    runs.forEach(run -> run.bench().ifPresent(add));
    return steps.sequencedValues();
  }
}
