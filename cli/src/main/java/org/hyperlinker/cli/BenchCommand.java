package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperlinker.benchmarks.Bench;
import org.hyperlinker.benchmarks.BenchPlan;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.hyperlinker.benchmarks.growth.GrowthPlan;
import org.hyperlinker.benchmarks.kernel.KernelPlan;
import org.hyperlinker.benchmarks.pipeline.BenchSystem;
import org.hyperlinker.benchmarks.pipeline.PipelinePlan;
import org.hyperlinker.benchmarks.report.Goal;
import org.hyperlinker.benchmarks.report.PerformancePage;
import org.hyperlinker.benchmarks.report.Picture;
import org.hyperlinker.benchmarks.report.ReportFiles;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.core.io.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker bench}. */
@Command(
    name = "bench",
    header = "Measure speed: scoring kernels, the parts of linking, growth with the rows.",
    description = {
      "kernels: q-nets of several shapes over synthetic rows, beside the machine's peak and the"
          + " scan by inner product. pipeline: models with their indexes, from a mention's text to"
          + " ten concepts, with every search. growth: exact and graph search over more and more"
          + " rows, made of the first system's embeddings if there is one.",
      "Prints the aims with what was measured; --json keeps all figures, --markdown and --picture"
          + " make them readable, also later (--from). Leave the machine alone meanwhile."
    },
    footer = {
      "  hyperlinker bench --system hypencoder=runs/names/model,runs/names/index \\",
      "      --system bi-encoder=runs/bi/model,runs/bi/index \\",
      "      --corpus CDR_DevelopmentSet.PubTator.txt --json bench.json",
      "  hyperlinker bench --part kernels --threads 1,2",
      "  hyperlinker bench --from bench.json --markdown docs/performance.md \\",
      "      --picture docs/performance.svg"
    })
final class BenchCommand extends Verb {

  @Option(
      names = "--part",
      paramLabel = "WHICH",
      split = ",",
      description = "kernels, pipeline or growth. Default: all, the pipeline if there is a system.")
  Set<Part> parts = EnumSet.noneOf(Part.class);

  @Option(
      names = "--system",
      paramLabel = "NAME=MODEL,INDEX",
      description =
          "A model with an index built with it; may be repeated. Default, with --corpus: the"
              + " bundled ones.")
  List<String> systems = List.of();

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      description = "Where the mentions come from, in any corpus format, also .gz; or a folder.")
  Path corpus;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures.")
  Path json;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write a page with tables, which shows the picture.")
  Path markdown;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Draw quality against cost, and growth, as SVG.")
  Path picture;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Measure nothing; take the figures that --json wrote.")
  Path from;

  @Mixin RuntimeOption serving;

  @Mixin BenchOptions options;

  /** What can be measured. */
  enum Part {
    KERNELS,
    PIPELINE,
    GROWTH
  }

  BenchCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    BenchReport report = from == null ? measured() : ReportFiles.read(from);
    if (json != null) {
      ReportFiles.write(json, report);
    }
    Optional<String> drawn = Picture.of(report);
    boolean draws = picture != null && drawn.isPresent();
    if (draws) {
      write(picture, drawn.get());
    }
    if (markdown != null) {
      write(
          markdown,
          PerformancePage.of(report, draws ? Optional.of(fromPage(picture)) : Optional.empty()));
    }
    for (Goal goal : Goal.of(report)) {
      say(
          "%s: %s, aim: %s (%s)",
          goal.what(), goal.measured(), goal.aim(), goal.met() ? "met" : "missed");
    }
    if (picture != null && !draws) {
      say("%s: nothing to draw; the picture shows pipeline and growth", picture);
    }
  }

  private BenchReport measured() throws IOException {
    Set<Part> wanted = parts.isEmpty() ? EnumSet.allOf(Part.class) : parts;
    if (corpus == null && (!systems.isEmpty() || parts.contains(Part.PIPELINE))) {
      throw misuse("the pipeline needs --corpus FILE: mentions to link");
    }
    Optional<KernelPlan> kernels =
        wanted.contains(Part.KERNELS) ? Optional.of(usage(options::kernels)) : Optional.empty();
    List<BenchSystem> opened = new ArrayList<>();
    systems.forEach(written -> opened.add(system(written)));
    if (systems.isEmpty() && corpus != null) {
      opened.add(bundled());
    }
    Optional<PipelinePlan> pipeline =
        opened.isEmpty()
            ? Optional.empty()
            : Optional.of(usage(() -> options.pipeline(opened, corpus)));
    boolean made = options.work == null && wanted.contains(Part.GROWTH);
    Path folder = made ? Files.createTempDirectory("hyperlinker-bench") : options.work;
    try (ProgressDisplay progress = session.progress()) {
      Optional<GrowthPlan> growth =
          wanted.contains(Part.GROWTH)
              ? Optional.of(usage(() -> options.growth(folder)))
              : Optional.empty();
      return Bench.run(
          new BenchPlan(
              Version.NUMBER,
              commandLine(),
              options.seed,
              kernels,
              pipeline,
              wanted.contains(Part.PIPELINE) && pipeline.isPresent(),
              growth),
          progress::report);
    } finally {
      if (made) {
        AtomicFiles.delete(folder);
      }
    }
  }

  private BenchSystem system(String written) {
    NamedSystem named = usage(() -> NamedSystem.parse(written));
    return system(named.name(), named.model(), named.index());
  }

  private BenchSystem bundled() throws IOException {
    SystemOptions.Opened served = SystemOptions.Opened.bundled();
    return system("bundled", served.model(), served.index());
  }

  private BenchSystem system(String name, Path model, Path index) {
    return new BenchSystem(
        name, serving.runtime.of(model).toString(), model, index, serving.runtime::open);
  }

  /** As it was typed, in lines. */
  private String commandLine() {
    StringBuilder line = new StringBuilder("./hyperlinker");
    for (String word : spec.root().commandLine().getParseResult().originalArgs()) {
      line.append(word.startsWith("--") ? " \\\n    " : " ").append(word);
    }
    return line.toString();
  }

  /** The picture's address from the page. */
  private String fromPage(Path file) {
    return markdown
        .toAbsolutePath()
        .getParent()
        .relativize(file.toAbsolutePath())
        .toString()
        .replace('\\', '/');
  }

  private static void write(Path file, String text) throws IOException {
    AtomicFiles.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
