package org.hyperlinker.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.hyperlinker.evaluation.metrics.RankMeasure;
import org.hyperlinker.evaluation.statistics.ClusteredMeasures;
import org.hyperlinker.evaluation.statistics.Holm;
import org.hyperlinker.evaluation.statistics.Interval;
import org.hyperlinker.evaluation.statistics.McNemar;

/** Compares systems that answered the same mentions. */
public final class Comparer {

  private final List<String> names;
  private final CommonMentions common;
  private final ComparisonSettings settings;

  private Comparer(List<String> names, CommonMentions common, ComparisonSettings settings) {
    this.names = names;
    this.common = common;
    this.settings = settings;
  }

  /**
   * Compares every two systems.
   *
   * @throws IllegalArgumentException if there are fewer than two, two of one name, or they did not
   *     answer the same mentions
   */
  public static Comparison compare(List<SystemResults> systems, ComparisonSettings settings) {
    List<String> names = systems.stream().map(SystemResults::name).toList();
    if (names.size() < 2 || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "a comparison needs two systems or more, each with its own name; found: " + names);
    }
    return new Comparer(names, CommonMentions.of(systems), settings).comparison();
  }

  private Comparison comparison() {
    SequencedMap<String, SequencedMap<String, Interval>> figures = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      figures.put(
          names.get(i),
          settings.bootstrap().intervals(ClusteredMeasures.of(common.documents(), values(i))));
    }
    List<SystemPair> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        pairs.add(pair(i, j));
      }
    }
    int documents = (int) common.documents().stream().distinct().count();
    return new Comparison(
        settings, common.documents().size(), documents, figures, corrected(pairs));
  }

  private SystemPair pair(int first, int second) {
    ClusteredMeasures differences = differences(first, second);
    SequencedMap<String, Interval> intervals = settings.bootstrap().intervals(differences);
    SequencedMap<String, Difference> found = new LinkedHashMap<>();
    for (int measure = 0; measure < differences.names().size(); measure++) {
      String name = differences.names().get(measure);
      double p = settings.test().p(differences, measure);
      found.put(name, new Difference(intervals.get(name), p, p));
    }
    int wins = moreOften(first, second);
    int losses = moreOften(second, first);
    double p = McNemar.p(wins, losses);
    return new SystemPair(names.get(first), names.get(second), found, wins, losses, p, p);
  }

  private ClusteredMeasures differences(int first, int second) {
    SequencedMap<String, double[]> values = values(first);
    values(second)
        .forEach(
            (name, others) -> {
              double[] differences = values.get(name);
              for (int i = 0; i < differences.length; i++) {
                differences[i] -= others[i];
              }
            });
    return ClusteredMeasures.of(common.documents(), values);
  }

  private SequencedMap<String, double[]> values(int system) {
    SequencedMap<String, double[]> values = new LinkedHashMap<>();
    for (RankMeasure measure : settings.measures()) {
      values.put(measure.officialName(), common.values(system, measure));
    }
    return values;
  }

  private int moreOften(int one, int other) {
    int[] hits = common.hits(one);
    int[] others = common.hits(other);
    // By shares of the runs, whose numbers may differ.
    int ours = common.runs(one);
    int theirs = common.runs(other);
    return (int)
        IntStream.range(0, hits.length).filter(i -> hits[i] * theirs > others[i] * ours).count();
  }

  private static List<SystemPair> corrected(List<SystemPair> pairs) {
    double[] family =
        Holm.corrected(
            pairs.stream()
                .flatMap(pair -> pair.differences().values().stream())
                .mapToDouble(Difference::p)
                .toArray());
    double[] mcNemar = Holm.corrected(pairs.stream().mapToDouble(SystemPair::mcNemar).toArray());
    List<SystemPair> corrected = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < pairs.size(); i++) {
      SystemPair pair = pairs.get(i);
      int size = pair.differences().size();
      corrected.add(withCorrected(pair, Arrays.copyOfRange(family, next, next + size), mcNemar[i]));
      next += size;
    }
    return corrected;
  }

  private static SystemPair withCorrected(SystemPair pair, double[] family, double mcNemar) {
    SequencedMap<String, Difference> differences = new LinkedHashMap<>();
    pair.differences()
        .forEach(
            (name, difference) ->
                differences.put(
                    name,
                    new Difference(
                        difference.interval(), difference.p(), family[differences.size()])));
    return new SystemPair(
        pair.first(),
        pair.second(),
        differences,
        pair.wins(),
        pair.losses(),
        pair.mcNemar(),
        mcNemar);
  }
}
