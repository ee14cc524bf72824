package org.hyperlinker.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.hyperlinker.benchmarks.figures.KernelFigure;
import org.hyperlinker.benchmarks.figures.KernelFigures;
import org.hyperlinker.benchmarks.figures.SearchFigure;
import org.hyperlinker.benchmarks.figures.SystemFigures;

/**
 * What was aimed at, and what was measured.
 *
 * @param what the aim
 * @param aim its bound in words
 * @param measured the figure in words
 * @param met whether it keeps the bound
 */
public record Goal(String what, String aim, String measured, boolean met) {

  private static final double PEAK_SHARE = 0.8;
  private static final double SCAN_RATIO = 2;
  private static final double ENCODER_RATIO = 2;
  private static final double RECALL = 0.98;
  private static final double ROWS_SHARE = 0.03;

  /** The aims that a report says something about. */
  public static List<Goal> of(BenchReport report) {
    List<Goal> goals = new ArrayList<>();
    report.kernels().ifPresent(kernels -> kernels(kernels, goals));
    report.systems().forEach(system -> system(system, goals));
    return goals;
  }

  private static void kernels(KernelFigures kernels, List<Goal> goals) {
    int threads = kernels.limits().getLast().threads();
    for (KernelFigure kernel : kernels.kernels()) {
      boolean counts =
          kernel.threads() == threads
              && kernel.queriesPerPass() == 1
              && kernel.storage().equals("FLOAT32")
              && kernel.query().startsWith("[");
      if (counts && kernel.query().startsWith("[128, 32, 1]")) {
        goals.add(
            new Goal(
                kernel.query() + ", threads: " + threads,
                "at most 2 times the inner-product scan",
                MarkdownTable.figure(kernel.scanRatio()) + " times",
                kernel.scanRatio() <= SCAN_RATIO));
      } else if (counts) {
        goals.add(
            new Goal(
                kernel.query() + ", threads: " + threads,
                "at least 80 % of the FMA peak",
                MarkdownTable.share(kernel.peakShare()),
                kernel.peakShare() >= PEAK_SHARE));
      }
    }
  }

  private static void system(SystemFigures system, List<Goal> goals) {
    int threads = system.searches().getLast().threads();
    List<SearchFigure> searches =
        system.searches().stream().filter(search -> search.threads() == threads).toList();
    if (system.query().startsWith("[")) {
      bestWalk(searches).ifPresent(walk -> goals.add(walk(system, walk)));
    }
    searches.stream()
        .filter(SearchFigure::usual)
        .map(
            usual ->
                new Goal(
                    system.name() + ", one mention by the default search (" + usual.search() + ")",
                    "p50 at most 2 times the bare encoder's",
                    MarkdownTable.figure(usual.ratio()) + " times",
                    usual.ratio() <= ENCODER_RATIO))
        .forEach(goals::add);
  }

  /** Of the walks that score few enough rows the one that finds most. */
  private static Optional<SearchFigure> bestWalk(List<SearchFigure> searches) {
    List<SearchFigure> walks =
        searches.stream().filter(search -> search.search().equals("graph")).toList();
    Comparator<SearchFigure> byRecall = Comparator.comparingDouble(SearchFigure::recallAt10);
    return walks.stream()
        .filter(walk -> walk.rowsShare() <= ROWS_SHARE)
        .max(byRecall)
        .or(() -> walks.stream().min(Comparator.comparingDouble(SearchFigure::rowsShare)));
  }

  private static Goal walk(SystemFigures system, SearchFigure walk) {
    return new Goal(
        system.name() + ", graph walk, " + walk.setting(),
        "recall@10 of 0.98, at most 3 % of the rows",
        MarkdownTable.recall(walk.recallAt10()) + " with " + MarkdownTable.share(walk.rowsShare()),
        walk.recallAt10() >= RECALL && walk.rowsShare() <= ROWS_SHARE);
  }
}
