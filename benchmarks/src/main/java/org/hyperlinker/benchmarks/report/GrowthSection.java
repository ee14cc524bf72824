package org.hyperlinker.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperlinker.benchmarks.figures.GrowthFigure;
import org.hyperlinker.benchmarks.figures.GrowthFigures;

/** The page's section about growth. */
final class GrowthSection {

  private GrowthSection() {}

  static String of(GrowthFigures growth) {
    return Template.named("growth.md")
        .with(
            Map.of(
                "query", growth.query(),
                "queries", Integer.toString(growth.queries()),
                "origin", growth.origin(),
                "storage", KernelSection.storage(growth.storage()),
                "graph_links", Integer.toString(growth.graphLinks()),
                "graph_beam", Integer.toString(growth.graphBeam()),
                "sizes", sizes(growth),
                "walks", walks(growth),
                "crossover", Crossover.inWords(growth)))
        .stripTrailing()
        .concat("\n");
  }

  private static String sizes(GrowthFigures growth) {
    List<Integer> threads = threads(growth);
    List<String> header = new ArrayList<>(List.of("#rows", "#scanned, MB"));
    threads.forEach(count -> header.add("#scan, threads: " + count));
    header.addAll(List.of("#graph built in s", "#on disk, MB", "missing"));
    MarkdownTable table = new MarkdownTable(header.toArray(String[]::new));
    for (GrowthFigure size : growth.sizes()) {
      List<String> row = new ArrayList<>();
      row.add(MarkdownTable.count(size.rows()));
      row.add(MarkdownTable.megabytes(size.packedBytes()));
      for (int count : threads) {
        row.add(
            size.scans().stream()
                .filter(scan -> scan.threads() == count)
                .map(scan -> MarkdownTable.figure(scan.time().p50()))
                .findFirst()
                .orElse("-"));
      }
      row.add(size.graph().map(graph -> MarkdownTable.figure(graph.buildSeconds())).orElse("-"));
      row.add(size.graph().map(graph -> MarkdownTable.megabytes(graph.indexBytes())).orElse("-"));
      row.add(String.join("; ", size.skipped()));
      table.row(row.toArray(String[]::new));
    }
    return table.toString();
  }

  private static String walks(GrowthFigures growth) {
    MarkdownTable table =
        new MarkdownTable("#rows", "#beam", "#walk", "#p95", "#recall@10", "#rows scored");
    for (GrowthFigure size : growth.sizes()) {
      for (GrowthFigure.Walk walk : size.graph().map(GrowthFigure.Graph::walks).orElse(List.of())) {
        table.row(
            MarkdownTable.count(size.rows()),
            Integer.toString(walk.beam()),
            MarkdownTable.figure(walk.time().p50()),
            MarkdownTable.figure(walk.time().p95()),
            MarkdownTable.recall(walk.recallAt10()),
            MarkdownTable.count(Math.round(walk.rowsShare() * size.rows())));
      }
    }
    return table.toString();
  }

  private static List<Integer> threads(GrowthFigures growth) {
    return growth.sizes().stream()
        .flatMap(size -> size.scans().stream())
        .map(GrowthFigure.Scan::threads)
        .distinct()
        .sorted()
        .toList();
  }
}
