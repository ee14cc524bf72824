package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A JVM without the Vector API's module. */
class PlainScoringTest {

  @Test
  void aScanInPlainJavaIsAnnouncedWithItsMend() throws IOException, InterruptedException {
    assertThat(errors("exact"))
        .contains("scores come from plain Java: the module jdk.incubator.vector is missing")
        .contains("--add-modules jdk.incubator.vector")
        .contains("no such model directory");
  }

  @Test
  void aWalkNeedsNoVectorCodeAndSaysNothing() throws IOException, InterruptedException {
    assertThat(errors("graph")).doesNotContain("plain Java").contains("no such model directory");
  }

  private static String errors(String search) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "link",
                "--model",
                "no-model",
                "--index",
                "no-index",
                "--text",
                "A b.",
                "--mention",
                "b",
                "--search",
                search)
            .redirectErrorStream(true)
            .start();
    String errors = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    return errors;
  }
}
