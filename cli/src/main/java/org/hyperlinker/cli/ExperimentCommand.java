package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.hyperlinker.cli.console.CommandFailure;
import org.hyperlinker.cli.console.Interruption;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.experiments.Experiment;
import org.hyperlinker.experiments.plan.ExperimentPlan;
import org.hyperlinker.experiments.plan.PlanFile;
import org.hyperlinker.experiments.result.ExperimentResult;
import org.hyperlinker.experiments.result.ResultFiles;
import org.hyperlinker.experiments.result.ResultTable;
import org.hyperlinker.experiments.step.Budget;
import org.hyperlinker.experiments.step.Models;
import org.hyperlinker.experiments.step.Sources;
import org.hyperlinker.experiments.step.Step;
import org.hyperlinker.experiments.step.TrainStep;
import org.hyperlinker.experiments.step.Watcher;
import org.hyperlinker.experiments.step.Workplace;
import org.hyperlinker.model.encoding.LinkingModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker experiment}. */
@Command(
    name = "experiment",
    header =
        "Run an experiment: context, depth, comparison, cost, ablation, or a plan of your own.",
    description = {
      "PLAN is the name of a plan in experiments/plans, or a YAML file like those. Trains, indexes,"
          + " evaluates and measures what it lists, writes DIR/results/NAME.json with intervals and"
          + " tests, and prints the tables. report turns DIR/results into a page.",
      "Each step's result is kept in DIR/cache under a hash of its inputs: what is done is not"
          + " repeated, also by other experiments, and an interrupted run goes on where it stood."
          + " After a change of the program itself, remove DIR/cache."
    },
    footer = {
      "  hyperlinker experiment context --ontology runs/prepared/knowledge-base.jsonl.gz \\",
      "      --corpus CDR_DevelopmentSet.PubTator.txt --train CDR_TrainingSet.PubTator.txt"
          + " --dry-run",
      "  hyperlinker experiment depth --ontology runs/prepared/knowledge-base.jsonl.gz \\",
      "      --corpus CDR_DevelopmentSet.PubTator.txt --train CDR_TrainingSet.PubTator.txt \\",
      "      --seeds 42,43,44 --max-minutes 90",
      "  hyperlinker report runs/experiments/results --out report.html"
    })
final class ExperimentCommand extends Verb {

  private static final Path PLANS = Path.of("experiments", "plans");

  @Parameters(paramLabel = "PLAN", description = "A plan's name or file.")
  String plan;

  @Option(
      names = "--ontology",
      required = true,
      paramLabel = "FILE",
      description = "The knowledge base, or another ontology file; repeatable.")
  List<Path> ontology;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description = "What to measure on, in any corpus format, also .gz; or a folder.")
  Path corpus;

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description =
          "The training corpus: tells seen from unseen, gives training mentions and rules. What"
              + " models are trained on is said by their configurations.")
  Path train;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "runs/experiments",
      description = "Where cache and results lie. Default: ${DEFAULT-VALUE}.")
  Path directory;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "SEED",
      description = "A training for each. Default: those of the plan.")
  List<Long> seeds = List.of();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Of each training. Default: those of its configuration.")
  Integer steps;

  @Option(
      names = "--max-minutes",
      paramLabel = "N",
      description =
          "Stop after this time; begin nothing that would not end in it. A training saves where it"
              + " stands. The exit code is 1 while something is left to do.")
  Integer maxMinutes;

  @Option(
      names = "--dry-run",
      description = "Print the steps with estimates and folders, and do nothing.")
  boolean dryRun;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  ExperimentCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    if (steps != null && steps < 1 || maxMinutes != null && maxMinutes < 0 || threads < 1) {
      throw misuse("--steps and --threads are 1 or more, --max-minutes 0 or more");
    }
    ExperimentPlan read = PlanFile.read(file());
    ExperimentPlan wanted = seeds.isEmpty() ? read : read.withSeeds(seeds);
    Budget budget = maxMinutes == null ? Budget.ENDLESS : Budget.of(Duration.ofMinutes(maxMinutes));
    Sources sources = Sources.read(ontology, corpus, train);
    session.interruption().leaves("finished steps and checkpoints stay; the same command goes on");
    ExperimentResult result;
    try (Display display = new Display()) {
      Experiment experiment =
          Experiment.of(
              wanted,
              steps == null ? OptionalInt.empty() : OptionalInt.of(steps),
              new Workplace(
                  directory.resolve("cache"), sources, new Served(), threads, display, budget));
      if (dryRun) {
        print(experiment.forecast());
        return;
      }
      result = experiment.run();
    }
    finish(result);
  }

  private Path file() {
    Path named = PLANS.resolve(plan + ".yaml");
    if (plan.endsWith(".yaml") || plan.endsWith(".yml")) {
      return Path.of(plan);
    }
    if (!Files.exists(named)) {
      throw misuse(
          named + ": no such plan; run in the project's folder, or give a plan's YAML file");
    }
    return named;
  }

  private void print(List<Experiment.Forecast> forecast) {
    double left = 0;
    for (Experiment.Forecast step : forecast) {
      say(
          "%-5s %8s  %s  (%s)",
          step.done() ? "done" : "to do",
          step.minutes() > 0 ? String.format(Locale.ROOT, "%.1f min", step.minutes()) : "?",
          step.what(),
          step.folder());
      left += step.done() ? 0 : step.minutes();
    }
    say(
        "%d steps, %d of them done; about %.0f minutes left on two idle cores",
        forecast.size(), forecast.stream().filter(Experiment.Forecast::done).count(), left);
  }

  private void finish(ExperimentResult result) throws IOException {
    Path file = directory.resolve("results").resolve(result.name() + ".json");
    ResultFiles.write(file, result);
    say("%s", ResultTable.text(result));
    say("%s: %d of %d steps done", file, result.done(), result.steps());
    if (result.stopped().isPresent()) {
      throw new CommandFailure(
          result.stopped().get()
              + "; the same command goes on, with more --max-minutes if need be");
    }
  }

  /** Exported models by ONNX Runtime, others by libtorch. */
  private static final class Served implements Models {

    @Override
    public LinkingModel open(Path model, int threads) throws IOException {
      return ServingRuntime.AUTO.open(model, threads);
    }

    @Override
    public String runtime(Path model) {
      return ServingRuntime.AUTO.of(model).toString();
    }
  }

  /** Shows steps as they come. */
  private final class Display implements Watcher, AutoCloseable {

    private final ProgressDisplay ending = session.progress();

    /** A training meets an interruption itself, after a step, and saves a checkpoint first. */
    private final ProgressDisplay watching =
        ProgressDisplay.on(session.console(), Interruption.none());

    private Step current;

    @Override
    public void begun(Step step) {
      current = step;
      remark(step.what());
    }

    @Override
    public void progress(String stage, long done, long total, String remark) {
      ProgressDisplay display = current instanceof TrainStep ? watching : ending;
      display.report(current.what() + ": " + stage, done, total, remark);
    }

    @Override
    public void remark(String line) {
      close();
      session.console().note(line);
    }

    @Override
    public void close() {
      ending.close();
      watching.close();
    }
  }
}
