package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout that seems built, with a JDK that tells how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String[] SENTENCE = {
    "link", "--model", "m", "--index", "i", "--text", "A b.", "--mention", "b"
  };

  @TempDir Path folder;

  private Path checkout;
  private Path cache;
  private Path jdk;

  @BeforeEach
  void lay() throws IOException {
    checkout = Files.createDirectory(folder.resolve("a checkout"));
    Files.copy(
        Path.of(System.getProperty("hyperlinker.root"), "hyperlinker"),
        checkout.resolve("hyperlinker"));
    executable(checkout.resolve("hyperlinker"));
    Path target = Files.createDirectories(checkout.resolve("cli/target"));
    Files.writeString(checkout.resolve("pom.xml"), "");
    Files.writeString(checkout.resolve("cli/pom.xml"), "");
    Files.createDirectories(checkout.resolve("cli/src/main"));
    new JarOutputStream(Files.newOutputStream(target.resolve("hyperlinker-cli.jar"))).close();
    Files.writeString(target.resolve("classpath"), System.getProperty("java.class.path"));
    cache = Files.createDirectory(checkout.resolve("target")).resolve("link.aot");
    Files.writeString(cache.resolveSibling("build.stamp"), checkout.toRealPath() + "\n");
    jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
    for (String tool : List.of("java", "javac")) {
      Files.writeString(
          jdk.resolve("bin").resolve(tool), "#!/bin/sh\nprintf '%s\\n' \"$@\"\necho not so >&2\n");
      executable(jdk.resolve("bin").resolve(tool));
    }
  }

  private static void executable(Path file) {
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aSentenceIsLinkedWithTheCacheAndWithoutTheVectorModule() throws Exception {
    Files.writeString(cache, "cache");
    Run run = run(jdk, SENTENCE);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("-XX:AOTCache=" + cache, "org.hyperlinker.cli.Main")
        .doesNotContain("--add-modules")
        .endsWith(SENTENCE);
  }

  @Test
  void withoutTheCacheItIsLinkedAllTheSame() throws Exception {
    Run run = run(jdk, SENTENCE);
    assertThat(run.out()).noneMatch(flag -> flag.contains("AOTCache")).endsWith(SENTENCE);
  }

  @Test
  void whateverScoresManyRowsHasTheVectorModule() throws Exception {
    Files.writeString(cache, "cache");
    for (String[] command :
        List.of(
            new String[] {"link", "--model", "m", "--index", "i", "abstracts.txt"},
            with(SENTENCE, "--search", "exact"),
            with(SENTENCE, "--search=budget"),
            new String[] {"evaluate", "--text"},
            new String[] {})) {
      Run run = run(jdk, command);
      assertThat(run.out())
          .containsSequence("--add-modules", "jdk.incubator.vector")
          .noneMatch(flag -> flag.contains("AOTCache"))
          .endsWith(command);
    }
    assertThat(run(jdk, with(SENTENCE, "--search", "two-stage")).out())
        .doesNotContain("--add-modules");
  }

  /** Its class path names the jars of the checkout that it was copied from. */
  @Test
  void aCopyIsNotTakenForBuilt() throws Exception {
    Files.writeString(cache.resolveSibling("build.stamp"), "/elsewhere\n");
    Run run = run(jdk, SENTENCE);
    assertThat(String.join(" ", run.err())).containsAnyOf("building, log in", "there is no mvn");
    assertThat(cache.resolveSibling("build.lock")).doesNotExist();
  }

  @Test
  void flagsOfTheUserComeAfterItsOwn() throws Exception {
    Files.writeString(cache, "cache");
    assertThat(run(jdk, SENTENCE).out()).containsSubsequence("-Xlog:disable", "-Dof.user=1");
  }

  @Test
  void theJdkThatWasFoundOnceIsTakenAgain() throws Exception {
    Files.writeString(cache.resolveSibling("jdk"), jdk + "\n");
    assertThat(run(folder.resolve("no jdk"), SENTENCE).out()).endsWith(SENTENCE);
  }

  @Test
  void aRealJvmRunsSilentlyWithAnUnusableCache() throws Exception {
    Path real = Path.of(System.getProperty("java.home"));
    String[] help = with(SENTENCE, "--help");
    Run without = run(real, help);
    assertThat(without.code()).isZero();
    assertThat(without.err()).isEmpty();
    assertThat(without.out()).first().asString().startsWith("Link mentions in a sentence");
    for (String content : List.of("", "no cache", "no cache".repeat(10_000))) {
      Files.writeString(cache, content);
      assertThat(run(real, help)).isEqualTo(without);
    }
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private record Run(int code, List<String> out, List<String> err) {}

  private Run run(Path home, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve("hyperlinker").toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().put("HYPERLINKER_JAVA_OPTS", "-Dof.user=1");
    int code = builder.start().waitFor();
    return new Run(code, Files.readAllLines(out), Files.readAllLines(err));
  }
}
