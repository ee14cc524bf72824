package org.hyperlinker.benchmarks.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.benchmarks.figures.SystemFigures;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;

/** Measures models with their indexes, one after the other. */
public final class PipelineBench {

  private PipelineBench() {}

  /**
   * Measures all that is planned.
   *
   * @throws IOException if a model, an index or the corpus cannot be read
   * @throws IllegalArgumentException if an index was built with another model, or the corpus has no
   *     mentions
   */
  public static List<SystemFigures> run(PipelinePlan plan, Progress progress) throws IOException {
    Mentions mentions = Mentions.read(plan.corpus());
    List<SystemFigures> systems = new ArrayList<>();
    for (BenchSystem system : plan.systems()) {
      systems.add(new SystemBench(plan, system, mentions, progress).run());
    }
    return systems;
  }

  /**
   * What mentions of the corpus become, drawn as for the pipeline.
   *
   * @param count how many at most
   * @throws IOException if the model or the corpus cannot be read
   */
  public static List<QueryRepresentation> queries(PipelinePlan plan, BenchSystem system, int count)
      throws IOException {
    try (LinkingModel model = system.openModel(plan.threads().getLast())) {
      QueryTemplate template = model.settings().query();
      return model.encodeQueries(
          Mentions.read(plan.corpus()).sample(count, template, plan.seed()).stream()
              .map(mention -> mention.query(template))
              .toList());
    }
  }
}
