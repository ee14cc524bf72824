package org.hyperlinker.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

  @Test
  void everyTableHasItsFigures() {
    String page = PerformancePage.of(Fixture.report(), Optional.of("performance.svg"));
    assertThat(page)
        .startsWith("# Performance\n")
        .contains("![Quality against cost, and growth](performance.svg)")
        .contains("| processor | A processor, 2 for the JVM |")
        .contains("| 2 | 200 | 7.50 % | 1,000 | 2.00 | 15 % | 0.768 |")
        .contains("| [384, 64, 1] | int8 | 2 | 1,000 | 10.0 | 30 % | 123 | 84 % | 7.10 | 99 % |")
        .contains("| hypencoder | 2 | 0.100 | 3.00 | 0.500 | 90.0 | 1.00 | 6.00 |")
        .contains("| hypencoder | **exact** | 2 | 94.0 | 188 | 282 | 4.00 | 23.5 | 1.000 |")
        .contains("| hypencoder | exact | 2 | 1,000 | 700 | 12.5 | 10 % |")
        .contains("| hypencoder | fp16 (the index's) | 270 | 2 | 90.0 | 180 | 270 | 100 % |")
        .contains("| 10,000,000 | 3,900 | 10,000 | - | - | no graph:")
        .doesNotContain("{{")
        .doesNotContain("\n\n\n")
        .endsWith(".\n");
  }

  @Test
  void partsThatWereNotMeasuredHaveNoSection() {
    BenchReport empty =
        new BenchReport(Fixture.provenance(), Optional.empty(), List.of(), Optional.empty());
    assertThat(PerformancePage.of(empty, Optional.empty()))
        .doesNotContain("## ")
        .doesNotContain("![");
  }

  @Test
  void aimsAreComparedWithTheSingleQueryOfMostThreadsInSinglePrecision() {
    assertThat(Goal.of(Fixture.report()))
        .extracting(Goal::what, Goal::measured, Goal::met)
        .containsExactly(
            tuple("[384, 64, 1], threads: 2", "85 %", true),
            tuple("[384, 128, 64, 1], threads: 2", "79 %", false),
            tuple("[128, 32, 1], threads: 2", "1.40 times", true),
            tuple("hypencoder, graph walk, beam 128", "0.985 with 2.00 %", true),
            tuple("hypencoder, one mention by the default search (exact)", "23.5 times", false));
  }

  @Test
  void theCrossoverLiesWhereTheCurvesMeet() {
    Crossover crossover = Crossover.of(Fixture.growth()).orElseThrow();
    // From 1,000 to 16,000 rows the scan grows with the rows, 1 to 16 ms, while the walk that
    // finds enough stays at 4; the faster one, at half a millisecond, does not count.
    assertThat(crossover.rows()).isCloseTo(4000, offset(1e-6));
    assertThat(crossover.millis()).isCloseTo(4, offset(1e-9));
    assertThat(Crossover.inWords(Fixture.growth())).contains("about 4,000 rows");
  }
}
