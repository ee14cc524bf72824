package org.hyperlinker.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file of the tree names a folder of the machine it was written on. */
class MachinePathsTest {

  /** A folder at the start of a path, not a part of a longer name such as an address. */
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.}~*-])/(work|tmp|root|home)/[A-Za-z0-9_.]");

  @Test
  void noFileNamesThisMachine() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : SourceTree.textFiles()) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int line = 0; line < lines.size(); line++) {
        if (MACHINE.matcher(lines.get(line)).find()) {
          found.add(SourceTree.root().relativize(file) + ":" + (line + 1) + ": " + lines.get(line));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theRuleSeesAPath() {
    assertThat(MACHINE.matcher("see /" + "work/here").find()).isTrue();
    assertThat(MACHINE.matcher("https://example.org/" + "work/here").find()).isFalse();
  }
}
