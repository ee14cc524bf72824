package org.hyperlinker.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.hyperlinker.benchmarks.figures.Machine;
import org.hyperlinker.benchmarks.figures.Provenance;

/** The page of a run, in Markdown; what is said about the figures lies among the resources. */
public final class PerformancePage {

  private PerformancePage() {}

  /**
   * The page.
   *
   * @param picture the picture's address from the page, if there is one
   */
  public static String of(BenchReport report, Optional<String> picture) {
    StringBuilder page = new StringBuilder(head(report, picture));
    report.kernels().ifPresent(kernels -> page.append('\n').append(KernelSection.of(kernels)));
    if (!report.systems().isEmpty()) {
      page.append('\n').append(PipelineSection.of(report.systems()));
    }
    report.growth().ifPresent(growth -> page.append('\n').append(GrowthSection.of(growth)));
    return page.toString();
  }

  private static String head(BenchReport report, Optional<String> picture) {
    Provenance provenance = report.provenance();
    Machine machine = provenance.machine();
    String head =
        Template.named("page.md")
            .with(
                Map.ofEntries(
                    Map.entry("command", provenance.commandLine()),
                    Map.entry("date", provenance.date()),
                    Map.entry("cpu", machine.cpu()),
                    Map.entry("processors", Integer.toString(machine.processors())),
                    Map.entry("memory", gigabytes(machine.memoryBytes())),
                    Map.entry("system", machine.system()),
                    Map.entry("jvm", machine.jvm()),
                    Map.entry("heap", gigabytes(machine.heapBytes())),
                    Map.entry("kernels", machine.kernels()),
                    Map.entry("version", provenance.version()),
                    Map.entry("seed", Long.toString(provenance.seed())),
                    Map.entry(
                        "picture",
                        picture
                            .map(file -> "![Quality against cost, and growth](" + file + ")\n\n")
                            .orElse("")),
                    Map.entry("goals", goals(report))));
    return head.stripTrailing() + "\n";
  }

  private static String goals(BenchReport report) {
    List<Goal> goals = Goal.of(report);
    if (goals.isEmpty()) {
      return "";
    }
    MarkdownTable table = new MarkdownTable("", "aim", "measured", "");
    goals.forEach(
        goal -> table.row(goal.what(), goal.aim(), goal.measured(), goal.met() ? "met" : "missed"));
    return Template.named("goals.md").with(Map.of("table", table.toString().stripTrailing()));
  }

  private static String gigabytes(long bytes) {
    return bytes == 0 ? "unknown" : MarkdownTable.figure(bytes / 1e9) + " GB";
  }
}
