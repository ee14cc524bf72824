package org.hyperlinker.experiments.plan;

import java.util.List;
import java.util.Optional;

/**
 * An experiment: what is compared, by what it is measured, and what others found.
 *
 * @param name of the result's file, such as {@code context}
 * @param title for tables and plots
 * @param axis what the systems or trials differ in, such as {@code hidden layers}; empty where they
 *     are no points of a line
 * @param seeds of the trainings, unless others are asked for; at least one
 * @param systems at least one
 * @param published figures of others to stand beside, never to be tested against
 */
public record ExperimentPlan(
    String name,
    String title,
    Optional<String> axis,
    List<Long> seeds,
    List<PlannedSystem> systems,
    List<PublishedFigure> published) {

  /** Copies the lists and rejects a plan of nothing. */
  public ExperimentPlan {
    seeds = List.copyOf(seeds);
    systems = List.copyOf(systems);
    published = List.copyOf(published);
    if (seeds.isEmpty() || systems.isEmpty()) {
      throw new IllegalArgumentException("an experiment needs a seed and a system at least");
    }
    if (seeds.stream().distinct().count() < seeds.size()) {
      throw new IllegalArgumentException("a seed may be given once only; found " + seeds);
    }
    List<String> labels =
        systems.stream()
            .flatMap(s -> s.trials().stream().map(t -> s.label(t) + "/" + t.protocol()))
            .toList();
    if (labels.stream().distinct().count() < labels.size()) {
      throw new IllegalArgumentException(
          "two trials of one protocol have the same name; give them a 'label': " + labels);
    }
  }

  /** The same plan for other seeds. */
  public ExperimentPlan withSeeds(List<Long> others) {
    return new ExperimentPlan(name, title, axis, others, systems, published);
  }
}
