package org.hyperlinker.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {

  @Test
  void drawsEveryPointAndNamesTheCrossover() throws Exception {
    String svg = Picture.of(Fixture.report()).orElseThrow();
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    // 4 searches, 3 scans, 4 walks, 3 sizes scanned, 2 on disk; and a dot for each of 7 legends.
    assertThat(parsed.getElementsByTagName("circle").getLength()).isEqualTo(16 + 7);
    assertThat(svg)
        .contains(">hypencoder, graph<")
        .contains(">bare encoder<")
        .contains(">crossover at about 4,000 rows<")
        .contains(">10M<")
        .doesNotContain("NaN");
  }

  @Test
  void withoutPipelineAndGrowthThereIsNothingToDraw() {
    BenchReport empty =
        new BenchReport(Fixture.provenance(), Optional.empty(), List.of(), Optional.empty());
    assertThat(Picture.of(empty)).isEmpty();
  }
}
