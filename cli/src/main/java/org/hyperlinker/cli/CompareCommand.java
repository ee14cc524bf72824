package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hyperlinker.evaluation.comparison.Comparer;
import org.hyperlinker.evaluation.comparison.Comparison;
import org.hyperlinker.evaluation.comparison.ComparisonFiles;
import org.hyperlinker.evaluation.comparison.ComparisonSettings;
import org.hyperlinker.evaluation.comparison.ComparisonTable;
import org.hyperlinker.evaluation.comparison.SystemResults;
import org.hyperlinker.evaluation.protocol.EvaluationFiles;
import org.hyperlinker.evaluation.statistics.ClusterBootstrap;
import org.hyperlinker.evaluation.statistics.RandomisationTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker compare}. */
@Command(
    name = "compare",
    header = "Tell whether one system is better than another on the same mentions.",
    description = {
      "RESULTS are the files that evaluate --mentions wrote for one corpus and one protocol. Every"
          + " system gets its figures with 95 %% intervals, every two systems their differences with"
          + " intervals and p-values, corrected for how many tests there are.",
      "Documents, not mentions, are drawn and exchanged, because mentions of one document are not"
          + " independent."
    },
    footer = {
      "  hyperlinker compare hypencoder=runs/a/mentions.full.jsonl"
          + " bi-encoder=runs/b/mentions.full.jsonl \\",
      "      --json comparison.json"
    })
final class CompareCommand extends Verb {

  @Parameters(
      arity = "2..*",
      paramLabel = "[NAME=]RESULTS",
      description = "Answers of a system; NAME is what the tables call it, else the file's path.")
  List<String> results;

  @Option(
      names = "--at",
      split = ",",
      paramLabel = "K",
      defaultValue = "1,5",
      description = "The k of Accuracy@k. Default: ${DEFAULT-VALUE}.")
  List<Integer> cutoffs;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Corpora drawn, and exchanges made. Default: ${DEFAULT-VALUE}.")
  int resamples;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of the draws. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the comparison as JSON.")
  Path json;

  CompareCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    ComparisonSettings settings =
        usage(
            () ->
                new ComparisonSettings(
                    new TreeSet<>(cutoffs),
                    new ClusterBootstrap(resamples, seed),
                    new RandomisationTest(resamples, seed)));
    List<SystemResults> systems = new ArrayList<>();
    for (String named : results) {
      // A path may itself have an equals sign.
      int equals = Files.exists(Path.of(named)) ? -1 : named.indexOf('=');
      String file = named.substring(equals + 1);
      systems.add(
          SystemResults.of(
              equals < 0 ? file : named.substring(0, equals),
              EvaluationFiles.readMentions(Path.of(file))));
    }
    Comparison comparison = Comparer.compare(systems, settings);
    say("%s", ComparisonTable.text(comparison));
    if (json != null) {
      ComparisonFiles.write(json, comparison);
    }
  }
}
