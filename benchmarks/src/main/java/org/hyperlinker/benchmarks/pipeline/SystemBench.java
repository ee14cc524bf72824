package org.hyperlinker.benchmarks.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.benchmarks.figures.BulkFigure;
import org.hyperlinker.benchmarks.figures.Footprint;
import org.hyperlinker.benchmarks.figures.PartTimes;
import org.hyperlinker.benchmarks.figures.SearchFigure;
import org.hyperlinker.benchmarks.figures.Spread;
import org.hyperlinker.benchmarks.figures.StorageFigure;
import org.hyperlinker.benchmarks.figures.SystemFigures;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.benchmarks.measure.Memory;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.benchmarks.measure.QueryShape;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexMetadata;

/** One model with its index. */
final class SystemBench {

  private static final int OPENINGS = 5;

  private final PipelinePlan plan;
  private final BenchSystem system;
  private final Mentions mentions;
  private final Progress progress;

  private final List<PartTimes> parts = new ArrayList<>();
  private final List<SearchFigure> searches = new ArrayList<>();
  private final List<BulkFigure> bulk = new ArrayList<>();
  private final List<StorageFigure> storages = new ArrayList<>();

  SystemBench(PipelinePlan plan, BenchSystem system, Mentions mentions, Progress progress) {
    this.plan = plan;
    this.system = system;
    this.mentions = mentions;
    this.progress =
        (stage, done, total) -> progress.report(system.name() + ": " + stage, done, total);
  }

  SystemFigures run() throws IOException {
    try (ModelDirectory directory = ModelDirectory.open(system.model());
        EmbeddingIndex index = EmbeddingIndex.open(system.index())) {
      List<Mentions.InText> sample =
          mentions.sample(plan.queries(), directory.settings().query(), plan.seed());
      List<String> texts =
          sample.stream().map(mention -> mention.query(directory.settings().query())).toList();
      List<SearchQuery> queries = encoded(index, sample, texts);
      SearchBench searching = new SearchBench(plan, index, sample, queries, progress);
      for (int threads : plan.threads()) {
        try (LinkingModel model = system.openModel(threads)) {
          BareEncoder bare = new BareEncoder(model, directory.tokenizer());
          parts.add(PartBench.measure(plan, bare, index, texts, queries, threads, progress));
          searches.addAll(searching.measure(bare, threads));
          bulk.addAll(BulkBench.measure(plan, model, index, mentions, threads, progress));
        }
      }
      Footprint footprint = footprint(index.metadata());
      storages.addAll(StorageBench.measure(plan, index, queries, progress));
      return figures(directory, index, queries.getFirst().representation(), texts, footprint);
    }
  }

  private List<SearchQuery> encoded(
      EmbeddingIndex index, List<Mentions.InText> sample, List<String> texts) throws IOException {
    progress.report("encode", 0, texts.size());
    try (LinkingModel model = system.openModel(plan.threads().getLast())) {
      index.requireModel(model);
      List<QueryRepresentation> encoded = model.encodeQueries(texts);
      List<SearchQuery> queries = new ArrayList<>();
      for (int i = 0; i < encoded.size(); i++) {
        queries.add(SearchQuery.of(encoded.get(i), sample.get(i).words()));
      }
      return queries;
    }
  }

  /** With model and index still in use. */
  private Footprint footprint(IndexMetadata metadata) throws IOException {
    double[] openings = new double[OPENINGS];
    for (int i = 0; i < OPENINGS; i++) {
      openings[i] = Clock.millis(() -> EmbeddingIndex.open(system.index()).close());
    }
    long begun = System.nanoTime();
    try (LinkingModel model = system.openModel(plan.threads().getLast())) {
      double opened = (System.nanoTime() - begun) / 1e6;
      model.encodeQueries(List.of("a mention"));
      return new Footprint(
          metadata.files().values().stream().mapToLong(IndexMetadata.Content::bytes).sum(),
          opened,
          Spread.of(openings).median(),
          Memory.heapAfterCollection(),
          Memory.privateBytes().orElse(0),
          Memory.mappedBytes().orElse(0));
    }
  }

  private SystemFigures figures(
      ModelDirectory directory,
      EmbeddingIndex index,
      QueryRepresentation query,
      List<String> texts,
      Footprint footprint) {
    IndexMetadata metadata = index.metadata();
    return new SystemFigures(
        system.name(),
        system.runtime(),
        directory.fingerprint(),
        metadata.embeddingsSha256(),
        QueryShape.of(query),
        metadata.rows(),
        metadata.concepts(),
        metadata.contents().storage().name(),
        mentions.corpus(),
        meanTokens(directory, texts),
        footprint,
        parts,
        searches,
        bulk,
        storages);
  }

  private static double meanTokens(ModelDirectory directory, List<String> texts) {
    return directory.tokenizer().encode(texts, directory.settings().queryMaxLength()).stream()
        .mapToInt(ids -> ids.length)
        .average()
        .orElseThrow();
  }
}
