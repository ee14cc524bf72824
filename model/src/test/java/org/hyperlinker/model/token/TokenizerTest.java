package org.hyperlinker.model.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperlinker.model.ModelFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {

  private static final String VOCABULARY =
      "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nheart\nfail\n##ure\nof\nthe\nHeart\nete\nété\n";

  @TempDir Path directory;

  @Test
  void wordPiecesBetweenSpecialTokens() throws IOException {
    Files.writeString(directory.resolve("vocab.txt"), VOCABULARY);
    try (Tokenizer tokenizer = Tokenizer.open(directory)) {
      assertThat(
              tokenizer.encode(
                  List.of("Heart failure", "heart [SEP] failure of liver", "", "Été"), 20))
          .containsExactly(
              new int[] {2, 5, 6, 7, 3},
              new int[] {2, 5, 3, 6, 7, 8, 1, 3},
              new int[] {2, 3},
              new int[] {2, 11, 3});
      assertThat(tokenizer.padId()).isZero();
      assertThat(tokenizer.vocabularySize()).isEqualTo(13);
      assertThat(tokenizer.encode(List.of(), 20)).isEmpty();
    }
  }

  @Test
  void longTextsKeepTheirClosingToken() throws IOException {
    Files.writeString(directory.resolve("vocab.txt"), VOCABULARY);
    try (Tokenizer tokenizer = Tokenizer.open(directory)) {
      List<String> text = List.of("heart failure of the");
      assertThat(tokenizer.encode(text, 7)).containsExactly(new int[] {2, 5, 6, 7, 8, 9, 3});
      assertThat(tokenizer.encode(text, 4)).containsExactly(new int[] {2, 5, 6, 3});
      assertThat(tokenizer.encode(text, 3)).containsExactly(new int[] {2, 5, 3});
      assertThatThrownBy(() -> tokenizer.encode(text, 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no room");
    }
  }

  @Test
  void lettersKeepTheirCaseWhereTheOptionsSaySo() throws IOException {
    Files.writeString(directory.resolve("vocab.txt"), VOCABULARY);
    Files.writeString(directory.resolve("tokenizer_config.json"), "{\"do_lower_case\": false}");
    try (Tokenizer tokenizer = Tokenizer.open(directory)) {
      assertThat(tokenizer.encode(List.of("Heart heart été"), 20))
          .containsExactly(new int[] {2, 10, 5, 12, 3});
    }
  }

  @Test
  void whatIsSavedOpensTheSame() throws IOException {
    Files.writeString(directory.resolve("vocab.txt"), VOCABULARY);
    Path copy = Files.createDirectory(directory.resolve("copy"));
    List<String> texts = List.of("Heart failure [MASK] of Été");
    try (Tokenizer tokenizer = Tokenizer.open(directory)) {
      tokenizer.save(copy);
      try (Tokenizer again = Tokenizer.open(copy);
          Tokenizer bytes = Tokenizer.open(Files.readAllBytes(copy.resolve("tokenizer.json")))) {
        assertThat(again.encode(texts, 20).toArray())
            .isEqualTo(tokenizer.encode(texts, 20).toArray())
            .isEqualTo(bytes.encode(texts, 20).toArray());
        assertThat(again.sha256()).isEqualTo(tokenizer.sha256());
        Path third = Files.createDirectory(directory.resolve("third"));
        again.save(third);
        for (String file : List.of("tokenizer.json", "tokenizer_config.json")) {
          assertThat(third.resolve(file)).hasSameBinaryContentAs(copy.resolve(file));
        }
      }
    }
  }

  @Test
  void manyThreadsGetTheSame() throws IOException {
    Files.writeString(directory.resolve("vocab.txt"), VOCABULARY);
    try (Tokenizer tokenizer = Tokenizer.open(directory)) {
      assertThat(
              IntStream.range(0, 400)
                  .parallel()
                  .mapToObj(
                      i -> tokenizer.encode(List.of("heart ".repeat(i % 9 + 1)), 20).getFirst())
                  .map(ids -> ids.length)
                  .toList())
          .isEqualTo(IntStream.range(0, 400).mapToObj(i -> i % 9 + 3).toList());
    }
  }

  @Test
  void faultsAreNamed() throws IOException {
    refused("no tokenizer; copy the base model's tokenizer.json or vocab.txt there");
    Files.writeString(directory.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\nheart\n");
    refused("expected the special token [SEP]");
    Files.writeString(directory.resolve("vocab.txt"), VOCABULARY + "heart\n");
    refused("line 14 repeats line 6: 'heart'");
    Files.write(directory.resolve("vocab.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    refused("vocab.txt: not UTF-8");
    Files.writeString(directory.resolve("tokenizer.json"), "{\"version\"");
    refused("tokenizer.json: not valid JSON");
    Files.writeString(directory.resolve("tokenizer.json"), "{\"version\": \"1.0\"}");
    refused("wrong model; expected an object, found nothing");
    Files.writeString(
        directory.resolve("tokenizer.json"),
        "{\"model\": {\"type\": \"Unknown\", \"vocab\": {\"[PAD]\": 0}}}");
    refused("the tokenizer library refuses it");
    assertThatThrownBy(
            () ->
                Tokenizer.open(
                    "{\"model\": {\"vocab\": {\"a\": 0}}}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("no padding token");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Tokenizer.open(directory))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(message);
  }
}
