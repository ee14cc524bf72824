package org.hyperlinker.evaluation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class ReportPageTest {

  private static final String EVALUATION =
      """
      {"protocol": "full", "coverage": {"candidates": 510},
       "results": [
         {"group": "mentions", "value": "in ontology", "mentions": 1200, "Accuracy@1": 0.75,
          "MRR": 0.8, "intervals": {"Accuracy@1": [0.7, 0.79], "MRR": null}},
         {"group": "type", "value": "<Disease>", "mentions": 3, "Accuracy@1": null,
          "intervals": {}}],
       "timings": {"queries": 10, "encode_seconds": 0.1, "search_seconds": 0.2},
       "provenance": {"corpus": "dev.txt", "corpus_sha256": "0123456789abcdef"}}
      """;

  @TempDir Path folder;

  @Test
  void showsWhatIsThereAndNamesWhatIsMissing() throws IOException {
    Files.createDirectories(folder.resolve("tiny"));
    Files.writeString(folder.resolve("tiny/evaluation.full.json"), EVALUATION);
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        "{\"step\": 1, \"loss\": 2.5}\n{\"step\": 2, \"loss\": 1.5}\n"
            + "{\"step\": 2, \"validation_loss\": 1.75}\n");
    Files.writeString(folder.resolve("other.json"), "{\"kind\": \"tree\"}");
    Files.writeString(folder.resolve("broken.json"), "{");
    ReportPage page = ReportPage.of(folder, "A & B");
    assertThat(page.sections())
        .containsExactly(
            "Figures",
            "By type, seen and unseen",
            "Quality against cost",
            "Training",
            "Provenance");
    assertThat(page.missing()).hasSize(6);
    assertThat(page.html())
        .contains("<h1>A &amp; B</h1>", "0.7500", "0.7000\u20130.7900", "1,200", "&lt;Disease&gt;")
        .contains(
            "Left out",
            "what goes wrong (errors --json)",
            "0123456789ab<",
            "training loss",
            "validation loss")
        .doesNotContain("<Disease>", "<script", "http://", "https://", "url(");
    Matcher plots = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page.html());
    assertThat(plots.results().map(r -> r.group()).toList())
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            svg ->
                DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg))));
  }

  @Test
  void partsThatOnlyALaterEvaluationHasAreShown() throws IOException {
    Files.writeString(
        folder.resolve("evaluation.a.json"),
        "{\"protocol\": \"full\", \"results\": [{\"group\": \"mentions\", \"mentions\": 8,"
            + " \"Accuracy@1\": 0.25}]}");
    Files.writeString(folder.resolve("evaluation.b.json"), EVALUATION);
    assertThat(ReportPage.of(folder, "Two").html()).contains("&lt;Disease&gt;", "0.2500", "1,200");
  }

  @Test
  void anExperimentBecomesAPlotATableAndItsTests() throws IOException {
    Files.writeString(
        folder.resolve("depth.json"),
        """
        {"kind": "experiment", "name": "depth", "title": "Depth", "axis": "hidden layers",
         "complete": false, "steps_done": 3, "steps": 8,
         "figures": [
           {"system": "two", "x": 2, "seeds": [1], "protocol": "full", "Accuracy@1": 0.71,
            "intervals": {"Accuracy@1": [0.61, 0.81]}},
           {"system": "two", "x": 2, "seeds": [1, 2], "protocol": "full", "Accuracy@1": 0.72,
            "intervals": {"Accuracy@1": [0.62, 0.82]}},
           {"system": "four", "x": 4, "seeds": [], "protocol": "full", "Accuracy@1": 0.75}],
         "published": [{"system": "others", "x": 2, "protocol": "restricted",
            "Accuracy@1": 0.87, "source": "<a paper>"}],
         "comparisons": {"full": {"kind": "comparison", "mentions": 10, "documents": 3,
            "pairs": [{"first": "two", "second": "four", "wins": 1, "losses": 2,
              "differences": {"MRR": {"difference": [0.1, 0, 0.2], "p": 0.2, "p_holm": 0.4}}}]}},
         "costs": [{"system": "two", "query": "[4, 4, 1]", "rows": 1234, "usual_p50_ms": 4.08,
            "usual_p95_ms": 5, "exact_p50_ms": 57.8, "exact_p95_ms": 60,
            "index_bytes": 12000000, "private_bytes": 34000000}]}
        """);
    ReportPage page = ReportPage.of(folder, "x");
    assertThat(page.sections())
        .containsExactly(
            "Context, depth and other questions",
            "Which system is better",
            "Quality against cost, mention by mention");
    assertThat(page.html())
        .contains("Depth, unfinished: 3 of 8 steps", "mean of 2", "0.6200\u20130.8200")
        .contains(
            "others (published)", ">others, 2<", "&lt;a paper&gt;", "Depth, full: 10 mentions")
        .contains("hidden layers", "4.08", "1,234", ">12<", ">34<");
    assertThat(Pattern.compile("<figure>").matcher(page.html()).results()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"3, false", "4, true"})
  void manyDifferencesAreFolded(int pairs, boolean folded) throws IOException {
    String pair =
        """
        {"first": "a", "second": "b", "differences": {"MRR": {"difference": [0.1, 0, 0.2]}}}
        """;
    Files.writeString(
        folder.resolve("comparison.json"),
        """
        {"kind": "comparison", "mentions": 10, "documents": 3, "pairs": [%s]}
        """
            .formatted(String.join(",", Collections.nCopies(pairs, pair))));
    String html = ReportPage.of(folder, "x").html();
    assertThat(html.contains("<details>")).isEqualTo(folded);
    assertThat(Pattern.compile(">[^<>]*: 10 mentions in 3 documents<").matcher(html).results())
        .hasSize(1);
  }

  @Test
  void nothingToShowIsAnError() {
    assertThatThrownBy(() -> ReportPage.of(folder, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no results");
  }

  @Test
  void ticksAreRoundAndHoldTheValues() {
    assertThat(Axis.linear(0.803, 0.852).ticks().stream().map(t -> Math.round(t * 100)).toList())
        .isEqualTo(List.of(80L, 81L, 82L, 83L, 84L, 85L, 86L));
    Axis flat = Axis.linear(0.5, 0.5);
    assertThat(flat.place(0.5)).isBetween(0.0, 1.0);
    Axis wide = Axis.logarithmic(3, 700);
    assertThat(wide.low()).isLessThanOrEqualTo(3);
    assertThat(wide.high()).isGreaterThanOrEqualTo(700);
    assertThat(wide.place(wide.low())).isZero();
    Axis decades = Axis.logarithmic(1e-8, 1e14);
    assertThat(decades.ticks()).hasSizeBetween(5, 10);
    assertThat(decades.high()).isGreaterThanOrEqualTo(1e14);
    assertThat(Axis.linear(-2, 2).label(-1)).isEqualTo("\u22121");
  }
}
