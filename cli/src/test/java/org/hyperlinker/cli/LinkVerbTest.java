package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code link}. */
@ExtendWith(TinyPipeline.Shared.class)
class LinkVerbTest {

  @Test
  void links(TinyPipeline tiny) {
    CommandRun table = tiny.link(tiny.index(), "--span", "18:34", "--top", "3").done();
    assertThat(table.out()).contains("0-9  \"Lidocaine\"").contains("18-34  \"cardiac asystole\"");
    assertThat(table.out().lines()).hasSize(8);
  }

  @Test
  void linksAFile(TinyPipeline tiny) {
    CommandRun run = tiny.with(tiny.index(), List.of("link", TinyPipeline.TEST, "--json")).done();
    assertThat(run.out().lines())
        .hasSizeGreaterThan(90)
        .allMatch(line -> line.startsWith("{\"document\":") && line.contains("\"candidates\":[{"));
  }

  @Test
  void linksByAnySearch(TinyPipeline tiny) {
    for (String search : List.of("graph", "two-stage", "budget")) {
      CommandRun run = tiny.link(tiny.index(), "--search", search, "--beam", "20").done();
      assertThat(run.out().lines()).as(search).hasSize(6);
    }
    assertThat(tiny.link(tiny.index(), "--search", "greedy").complaint())
        .contains("build it with --neighbours");
  }

  @Test
  void anIndexOfAnotherModelIsRefused(TinyPipeline tiny, @TempDir Path folder) throws IOException {
    Path index = TinyPipeline.copy(tiny.index(), folder.resolve("index"));
    Path metadata = index.resolve("index.json");
    String own = Files.readString(metadata);
    Files.writeString(
        metadata, own.replaceFirst("(\"fingerprint\"\\s*:\\s*\")[0-9a-f]{8}", "$100000000"));
    assertThat(Files.readString(metadata)).isNotEqualTo(own);
    assertThat(tiny.link(index).complaint()).contains("was built with model");
  }
}
