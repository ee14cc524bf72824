package org.hyperlinker.experiments.step;

import java.io.IOException;

/** A piece of work whose result stays in the {@link Workplace} under a hash of its inputs. */
public sealed interface Step permits TrainStep, IndexStep, RuleStep, EvaluateStep, BenchStep {

  /** The kind of work and a digest of all that decides the result; the name of its folder. */
  String key();

  /** What is done, for people. */
  String what();

  /** What it is thought to take; 0 where nobody knows. */
  double minutes();

  /** Whether it can be cut short and goes on from there the next time. */
  boolean divisible();

  /**
   * Does it, into the step's folder.
   *
   * @throws OutOfTimeException if the time is over; what was saved stays
   */
  void run(Workplace place) throws IOException;
}
