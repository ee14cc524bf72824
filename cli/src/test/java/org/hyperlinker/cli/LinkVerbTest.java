package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

  /** Two of its characters are no letters of the basic plane. */
  private static final String ASTRAL = "\uD835\uDC31 naloxone \uD835\uDC31";

  @Test
  void placesAreCodePoints(TinyPipeline tiny, @TempDir Path folder) throws IOException {
    List<Object> words = List.of("link", "--text", ASTRAL, "--span", "2:10");
    assertThat(tiny.with(tiny.index(), words, "--json").done().out())
        .contains("\"mention\":\"naloxone\",\"spans\":[[2,10]]");
    assertThat(tiny.with(tiny.index(), words).done().out()).contains("2-10  \"naloxone\"");
    assertThat(tiny.with(tiny.index(), List.of("link", "--text", ASTRAL, "--span", "2:13")).err())
        .contains("within the text's 0:12");
    Path file = folder.resolve("a.PubTator.txt");
    Files.writeString(
        file, "1|t|" + ASTRAL + "\n1|a|" + ASTRAL + "\n1\t15\t23\tnaloxone\tChemical\n");
    assertThat(tiny.with(tiny.index(), List.of("link", file, "--json")).done().out())
        .contains("\"spans\":[[15,23]]");
  }

  @Test
  void plainTextFromStandardInputNeedsItsFormat(TinyPipeline tiny) {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("[Lidocaine.]".getBytes(StandardCharsets.UTF_8)));
      assertThat(tiny.with(tiny.index(), List.of("link", "-", "--from", "text")).done().out())
          .contains("\"Lidocaine\"");
    } finally {
      System.setIn(before);
    }
    assertThat(tiny.link(tiny.index(), "--from", "text").code()).isEqualTo(2);
  }

  @Test
  void whatIsNotLinkedIsSaid(TinyPipeline tiny, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("1.txt"), "Lidocaine.");
    Files.writeString(folder.resolve("1.ann"), "T1\tChemical 0 9\tLidocaine\n");
    Files.writeString(folder.resolve("2.txt"), "Lidocaine.");
    CommandRun run = tiny.with(tiny.index(), List.of("link", folder));
    assertThat(run.complaints())
        .containsExactly(
            folder + ": 2 read, 1 skipped (text without .ann: no annotations: 1)",
            folder
                + ": of 2 documents, 1 without marked mentions left as they are; mentions are found"
                + " only where no document has any");
    assertThat(run.out().lines().filter(line -> line.contains("\"Lidocaine\""))).hasSize(1);
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
