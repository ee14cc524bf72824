package org.hyperlinker.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hyperlinker.experiments.plan.ExperimentPlan;
import org.hyperlinker.experiments.result.ExperimentResult;
import org.hyperlinker.experiments.step.OutOfTimeException;
import org.hyperlinker.experiments.step.Step;
import org.hyperlinker.experiments.step.Workplace;

/** An experiment: a plan in a workplace. For one thread. */
public final class Experiment {

  private final ExperimentPlan plan;
  private final Schedule schedule;
  private final Workplace place;

  private Experiment(ExperimentPlan plan, Schedule schedule, Workplace place) {
    this.plan = plan;
    this.schedule = schedule;
    this.place = place;
  }

  /**
   * An experiment that is ready to be run.
   *
   * @param steps of each training, in place of its configuration's
   * @throws IOException if a configuration, its data or a model at hand cannot be read
   */
  public static Experiment of(ExperimentPlan plan, OptionalInt steps, Workplace place)
      throws IOException {
    return new Experiment(plan, Schedule.of(plan, steps, place), place);
  }

  /**
   * A step, whether it is still to do, and where its result lies or will lie.
   *
   * @param what is done
   * @param minutes that it is thought to take; 0 where nobody knows
   * @param done whether its result is there
   * @param folder of the result: of a training it holds the model
   */
  public record Forecast(String what, double minutes, boolean done, Path folder) {}

  /** All steps in order. */
  public List<Forecast> forecast() {
    return schedule.steps().stream()
        .map(
            step ->
                new Forecast(
                    step.what(), step.minutes(), place.done(step), place.folder(step.key())))
        .toList();
  }

  /**
   * Does what is not done yet, as far as the time suffices, and gathers all results that are there.
   *
   * @throws IOException if a step fails; what was done before stays done
   */
  public ExperimentResult run() throws IOException {
    Optional<String> stopped = Optional.empty();
    try {
      for (Step step : schedule.steps()) {
        place.carryOut(step);
      }
    } catch (OutOfTimeException e) {
      stopped = Optional.of(e.getMessage());
    }
    return Gathering.of(plan, schedule, place, stopped);
  }
}
