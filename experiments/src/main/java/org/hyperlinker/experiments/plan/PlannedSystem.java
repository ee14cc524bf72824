package org.hyperlinker.experiments.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A model with its index, and what is asked of them.
 *
 * @param name for tables
 * @param x its place on the experiment's axis, unless its trials have theirs
 * @param model where the model comes from
 * @param index what the index holds
 * @param trials what is evaluated
 * @param bench whether and how speed and size are measured
 * @param minutes what the steps are thought to take
 */
public record PlannedSystem(
    String name,
    OptionalDouble x,
    ModelSource model,
    IndexChoice index,
    List<Trial> trials,
    Optional<BenchChoice> bench,
    Minutes minutes) {

  /** Copies the trials. */
  public PlannedSystem {
    trials = List.copyOf(trials);
  }

  /** What a trial of this system is called. */
  public String label(Trial trial) {
    return trial.label().isEmpty() ? name : name + ", " + trial.label();
  }

  /** The place of a trial of this system on the axis. */
  public OptionalDouble place(Trial trial) {
    return trial.x().isPresent() ? trial.x() : x;
  }
}
