package org.hyperlinker.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                "walk_beam", Integer.toString(growth.walkBeam()),
                "graph_links", Integer.toString(growth.graphLinks()),
                "graph_beam", Integer.toString(growth.graphBeam()),
                "table", table(growth),
                "crossover", Crossover.inWords(growth)))
        .stripTrailing()
        .concat("\n");
  }

  private static String table(GrowthFigures growth) {
    List<Integer> threads = threads(growth);
    List<String> header = new ArrayList<>(List.of("#rows", "#scanned, MB"));
    threads.forEach(count -> header.add("#scan, threads: " + count));
    header.addAll(
        List.of(
            "#walk",
            "#p95",
            "#recall@10",
            "#rows scored",
            "#graph built in s",
            "#on disk, MB",
            "missing"));
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
      row.addAll(graph(size.graph()));
      row.add(String.join("; ", size.skipped()));
      table.row(row.toArray(String[]::new));
    }
    return table.toString();
  }

  private static List<String> graph(Optional<GrowthFigure.Graph> measured) {
    return measured
        .map(
            graph ->
                List.of(
                    MarkdownTable.figure(graph.walk().p50()),
                    MarkdownTable.figure(graph.walk().p95()),
                    MarkdownTable.recall(graph.recallAt10()),
                    MarkdownTable.share(graph.rowsShare()),
                    MarkdownTable.figure(graph.buildSeconds()),
                    MarkdownTable.megabytes(graph.indexBytes())))
        .orElse(Arrays.asList("-", "-", "-", "-", "-", "-"));
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
