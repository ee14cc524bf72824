package org.hyperlinker.linking.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HybridFileTest {

  private static final HybridRule RULE =
      new HybridRule(
          Map.of(Feature.SAME_NAME, 2.5, Feature.SCORE_GAP, 0.1 + 0.2),
          new TypeBranches(new TreeMap<>(Map.of("Chemical", new TreeMap<>(Map.of("D", 7, "", 1))))),
          20,
          "f00d",
          new TreeMap<>(Map.of("corpus", "train.txt")));

  @TempDir Path folder;

  @Test
  void aRuleIsReadAsItWasWritten() throws IOException {
    assertThat(HybridFile.find(folder)).isEmpty();
    HybridFile.write(folder.resolve(HybridFile.NAME), RULE);
    assertThat(HybridFile.find(folder)).contains(RULE);
  }

  @Test
  void damageIsNamedWithItsMend() throws IOException {
    Path file = folder.resolve(HybridFile.NAME);
    HybridFile.write(file, RULE);
    String sound = Files.readString(file);
    refused(file, sound.replace("SAME_NAME", "SAME_GAME"), "unknown feature SAME_GAME");
    refused(file, sound.replace("\"version\" : 1", "\"version\" : 2"), "expected");
    refused(file, sound.replace("\"best\" : 20", "\"best\" : 0"), "candidates");
    refused(file, sound.substring(0, 40), "not JSON");
    refused(file, "[]", "expected");
  }

  private static void refused(Path file, String content, String why) throws IOException {
    Files.writeString(file, content);
    assertThatThrownBy(() -> HybridFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(file.toString(), why, "hyperlinker combine");
  }

  @Test
  void typesThatWereNeverSeenSayNothing() {
    assertThat(RULE.types().logShare("Disease", "D")).isZero();
    assertThat(RULE.types().logShare("Chemical", "D"))
        .isGreaterThan(RULE.types().logShare("Chemical", "C"))
        .isNegative();
  }
}
