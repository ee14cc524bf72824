package org.hyperlinker.benchmarks.report;

import java.util.List;
import java.util.Map;
import org.hyperlinker.benchmarks.figures.BulkFigure;
import org.hyperlinker.benchmarks.figures.Footprint;
import org.hyperlinker.benchmarks.figures.PartTimes;
import org.hyperlinker.benchmarks.figures.SearchFigure;
import org.hyperlinker.benchmarks.figures.StorageFigure;
import org.hyperlinker.benchmarks.figures.SystemFigures;

/** The page's section about the way of a mention. */
final class PipelineSection {

  private static final int SHORT = 12;

  private PipelineSection() {}

  static String of(List<SystemFigures> systems) {
    return Template.named("pipeline.md")
        .with(
            Map.of(
                "systems", systems(systems),
                "corpus", systems.getFirst().corpus(),
                "parts", parts(systems),
                "searches", searches(systems),
                "bulk", bulk(systems),
                "storages", storages(systems)))
        .stripTrailing()
        .concat("\n");
  }

  private static String systems(List<SystemFigures> systems) {
    MarkdownTable table =
        new MarkdownTable(
            "system",
            "a mention becomes",
            "runtime",
            "#rows",
            "#concepts",
            "#tokens, mean",
            "#index, MB",
            "#opens in ms",
            "#model opens in ms",
            "#heap, MB",
            "#no file, MB",
            "#mapped, MB",
            "model, embeddings");
    for (SystemFigures system : systems) {
      Footprint footprint = system.footprint();
      table.row(
          system.name(),
          system.query(),
          system.runtime(),
          MarkdownTable.count(system.rows()),
          MarkdownTable.count(system.concepts()),
          MarkdownTable.figure(system.meanTokens()),
          MarkdownTable.megabytes(footprint.indexBytes()),
          MarkdownTable.figure(footprint.openIndexMillis()),
          MarkdownTable.figure(footprint.openModelMillis()),
          MarkdownTable.megabytes(footprint.heapBytes()),
          MarkdownTable.megabytes(footprint.privateBytes()),
          MarkdownTable.megabytes(footprint.mappedBytes()),
          "`"
              + system.modelFingerprint().substring(0, SHORT)
              + "`, `"
              + system.indexFingerprint().substring(0, SHORT)
              + "`");
    }
    return table.toString();
  }

  private static String parts(List<SystemFigures> systems) {
    MarkdownTable table =
        new MarkdownTable(
            "system",
            "#threads",
            "#tokenise",
            "#encode",
            "#hyper-head",
            "#scan",
            "#top k",
            "#walk instead");
    for (SystemFigures system : systems) {
      for (PartTimes parts : system.parts()) {
        table.row(
            system.name(),
            Integer.toString(parts.threads()),
            MarkdownTable.figure(parts.tokenise()),
            MarkdownTable.figure(parts.encode()),
            MarkdownTable.figure(parts.hyperHead()),
            MarkdownTable.figure(parts.scan()),
            MarkdownTable.figure(parts.topK()),
            MarkdownTable.figure(parts.walk()));
      }
    }
    return table.toString();
  }

  private static String searches(List<SystemFigures> systems) {
    MarkdownTable table =
        new MarkdownTable(
            "system",
            "search",
            "#threads",
            "#p50",
            "#p95",
            "#p99",
            "#bare encoder",
            "#ratio",
            "#recall@1",
            "#@10",
            "#@100",
            "#rows scored");
    for (SystemFigures system : systems) {
      for (SearchFigure search : system.searches()) {
        String name =
            search.setting().isEmpty()
                ? search.search()
                : search.search() + ", " + search.setting();
        table.row(
            system.name(),
            search.usual() ? "**" + name + "**" : name,
            Integer.toString(search.threads()),
            MarkdownTable.figure(search.link().p50()),
            MarkdownTable.figure(search.link().p95()),
            MarkdownTable.figure(search.link().p99()),
            MarkdownTable.figure(search.bareEncoder().p50()),
            MarkdownTable.figure(search.ratio()),
            MarkdownTable.recall(search.recallAt1()),
            MarkdownTable.recall(search.recallAt10()),
            MarkdownTable.recall(search.recallAt100()),
            MarkdownTable.share(search.rowsShare()));
      }
    }
    return table.toString();
  }

  private static String bulk(List<SystemFigures> systems) {
    MarkdownTable table =
        new MarkdownTable(
            "system",
            "search",
            "#threads",
            "#mentions",
            "#query texts",
            "#mentions/s",
            "#in the encoder");
    for (SystemFigures system : systems) {
      for (BulkFigure bulk : system.bulk()) {
        table.row(
            system.name(),
            bulk.search(),
            Integer.toString(bulk.threads()),
            MarkdownTable.count(bulk.mentions()),
            MarkdownTable.count(bulk.queries()),
            MarkdownTable.figure(bulk.mentionsPerSecond()),
            MarkdownTable.share(bulk.encoderShare()));
      }
    }
    return table.toString();
  }

  private static String storages(List<SystemFigures> systems) {
    MarkdownTable table =
        new MarkdownTable(
            "system", "storage", "#MB", "#threads", "#p50", "#p95", "#p99", "#top 100");
    for (SystemFigures system : systems) {
      for (StorageFigure storage : system.storages()) {
        String name = KernelSection.storage(storage.storage());
        table.row(
            system.name(),
            storage.storage().equals(system.storage()) ? name + " (the index's)" : name,
            MarkdownTable.megabytes(storage.bytes()),
            Integer.toString(storage.threads()),
            MarkdownTable.figure(storage.scan().p50()),
            MarkdownTable.figure(storage.scan().p95()),
            MarkdownTable.figure(storage.scan().p99()),
            MarkdownTable.share(storage.overlapTop100()));
      }
    }
    return table.toString();
  }
}
