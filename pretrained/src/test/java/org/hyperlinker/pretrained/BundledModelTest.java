package org.hyperlinker.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.detection.TaggerDetector;
import org.junit.jupiter.api.Test;

/** The bundle in the repository, through the library's first line. */
class BundledModelTest {

  private static final String TEXT =
      "Atrial fibrillation (AF) after a heart attack was treated with amiodarone; AF ceased.";

  @Test
  void linksFromTheFirstLine() throws IOException {
    Passage passage =
        new Passage(
            "",
            0,
            TEXT,
            List.of(mention("heart attack"), mention("amiodarone"), mention("AF ceased", "AF")),
            Map.of());
    try (EntityLinker linker = EntityLinker.bundled()) {
      assertThat(linker.concepts()).isEqualTo(58_415);
      List<Link> links = linker.link(new Document("text", List.of(passage), List.of(), Map.of()));
      assertThat(links)
          .extracting(link -> link.best().orElseThrow().concept().toString())
          .containsExactly("D009203", "D000638", "D001281");
      assertThat(links).allMatch(link -> link.probability().orElseThrow() > 0.9);
    }
  }

  @Test
  void findsMentionsByItsTagger() throws IOException {
    try (EntityLinker linker = EntityLinker.bundled()) {
      assertThat(linker.detector()).isInstanceOf(TaggerDetector.class);
      assertThat(linker.linkText(TEXT))
          .extracting(link -> link.mention().text() + " " + link.mention().type())
          .containsExactly(
              "Atrial fibrillation Disease",
              "AF Disease",
              "heart attack Disease",
              "amiodarone Chemical",
              "AF Disease");
    }
  }

  private static Mention mention(String words) {
    return mention(words, words);
  }

  /** The mention at the beginning of these words. */
  private static Mention mention(String words, String surface) {
    int start = TEXT.indexOf(words);
    return Mention.at(new Span(start, start + surface.length()), surface);
  }
}
