package org.hyperlinker.evaluation.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproductionTest {

  private static final String EXPECTED =
      """
      command: hyperlinker evaluate --json results.json
      results: results.json
      provenance:
        corpus_sha256: abc
      expect:
        - metric: /results/0/Accuracy@1
          value: 0.75
          tolerance: 0.01
      """;

  @TempDir Path folder;

  private Reproduction reproduction(String accuracy, String corpus) throws IOException {
    Path file = Files.writeString(folder.resolve("expected.yaml"), EXPECTED);
    Files.writeString(
        folder.resolve("results.json"),
        "{\"results\": [{\"Accuracy@1\": "
            + accuracy
            + "}], \"provenance\": {\"corpus_sha256\": \""
            + corpus
            + "\"}}");
    ExpectedResults expected = ExpectedResultsFile.read(file);
    return Reproduction.of(expected, expected.results());
  }

  @ParameterizedTest
  @CsvSource({
    "0.75, abc, 0",
    "0.76, abc, 0",
    "0.74, abc, 0",
    "0.7601, abc, 1",
    "0.7399, abc, 1",
    "null, abc, 1",
    "0.75, abd, 1",
    "0.7, abd, 2"
  })
  void missesInEitherDirectionAndOtherInputsAreTold(String accuracy, String corpus, int missed)
      throws IOException {
    assertThat(reproduction(accuracy, corpus).missed()).hasSize(missed);
  }

  @Test
  void aMissNamesExpectedAndFound() throws IOException {
    assertThat(reproduction("0.9", "abc").missed())
        .containsExactly(
            new Reproduction.Line("/results/0/Accuracy@1", "0.75 \u00b1 0.01", "0.9", false));
  }

  @Test
  void missingResultsNameTheCommand() throws IOException {
    Path file = Files.writeString(folder.resolve("expected.yaml"), EXPECTED);
    ExpectedResults expected = ExpectedResultsFile.read(file);
    assertThatThrownBy(() -> Reproduction.of(expected, expected.results()))
        .hasMessageContaining("make them with: hyperlinker evaluate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          tolerance            | tolerence          | unknown key 'tolerence'
          value: 0.75          | value: much        | 'value' is missing
          metric: /results     | metric: results    | begins with '/'
          expect:              | expect: []         | not YAML
          command: hyperlinker | comand: hyperlinker | unknown key 'comand'
          """)
  void faultsNameFileAndKey(String right, String wrong, String complaint) throws IOException {
    Path file = Files.writeString(folder.resolve("expected.yaml"), EXPECTED.replace(right, wrong));
    assertThatThrownBy(() -> ExpectedResultsFile.read(file))
        .hasMessageContaining("expected.yaml")
        .hasMessageContaining(complaint);
  }
}
