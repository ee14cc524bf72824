package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageTest {

  static Stream<String> verbs() {
    return HyperlinkerCommand.line(CommandRun.session()).getSubcommands().keySet().stream();
  }

  @Test
  void helpListsEveryVerb() {
    CommandRun help = CommandRun.of("--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    verbs().forEach(verb -> assertThat(help.out()).contains("  " + verb + " "));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbExplainsItselfWithAnExample(String verb) {
    CommandRun help = CommandRun.of(verb, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("Usage: hyperlinker " + verb)
        .contains("Examples:")
        .contains("\n  hyperlinker " + verb);
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
    // Every verb that reads a corpus reads every format.
    assertThat(help.out()).doesNotContain("PubTator or BioC");
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void anUnknownOptionIsWrongUsage(String verb) {
    CommandRun run = CommandRun.of(verb, "--no-such-option");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("hyperlinker: ")
        .endsWith("; see hyperlinker " + verb + " --help");
  }

  @Test
  void anUnknownVerbIsWrongUsage() {
    CommandRun run = CommandRun.of("lnik");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("lnik");
  }

  @Test
  void valuesThatAServiceRefusesAreWrongUsage() {
    CommandRun run = CommandRun.of("fetch", "bc6cdr", "--to", "data");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("unknown data set 'bc6cdr'; known: bc5cdr, mesh2015");
  }

  @Test
  void aMentionMustStandInTheText() {
    CommandRun run =
        CommandRun.of(
            "link", "--model", "m", "--index", "i", "--text", "One two.", "--mention", "three");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--mention 'three' does not stand in the text");
  }

  @Test
  void aSpanMustLieInTheText() {
    CommandRun run =
        CommandRun.of(
            "link", "--model", "m", "--index", "i", "--text", "One two.", "--span", "4:99");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--span 4:99: expected START:END within the text's 0:8");
  }
}
