package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code convert}, and {@code link} with {@code --format}. */
@ExtendWith(TinyPipeline.Shared.class)
class ConvertVerbTest {

  @TempDir Path folder;

  @Test
  void convertsThereAndBack() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.txt"), "1|t|Naloxone\n1|a|It.\n1\t0\t8\tNaloxone\tChemical\tD009270");
    Path brat = folder.resolve("brat");
    CommandRun run = CommandRun.of("convert", file, brat, "--to", "brat").done();
    assertThat(run.out())
        .contains(file + ": 1 read, 0 skipped")
        .contains(": 1 written")
        .contains("type and bounds of a passage: 2");
    assertThat(brat.resolve("1.ann")).content().contains("Reference T1 MESH:D009270");
    Path back = folder.resolve("back.txt");
    CommandRun.of("convert", brat, back).done();
    assertThat(back).hasSameTextualContentAs(file);
    assertThat(CommandRun.of("convert", file, back, "--to", "pubmed_xml").code()).isEqualTo(2);
  }

  @Test
  void linksIntoAFormat(TinyPipeline tiny) throws IOException {
    Path out = folder.resolve("linked.json");
    List<Object> words = List.of("link", TinyPipeline.TEST, "--format", "bioc_json", "--out", out);
    CommandRun run = tiny.with(tiny.index(), words);
    assertThat(run.code()).isZero();
    assertThat(out).content().contains("\"link_name\"").contains("\"identifier\"");
    assertThat(CommandRun.of("link", TinyPipeline.TEST, "--format", "brat").code()).isEqualTo(2);
  }
}
