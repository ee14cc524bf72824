package org.hyperlinker.model.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperlinker.model.token.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a network that knows two words, {@code heart} and, behind it, {@code attack}. */
class PassageTaggerTest {

  private static final List<String> VOCABULARY =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "heart", "attack", "##s", "a", ".");
  private static final int HEART = 4;
  private static final int ATTACK = 5;
  private static final int LENGTH = 26;

  @TempDir Path folder;
  private final TagScheme scheme = new TagScheme(List.of("Disease"));
  private final List<TaggerInput> read = new ArrayList<>();
  private Tokenizer tokenizer;

  @BeforeEach
  void open() throws IOException {
    Files.write(folder.resolve("vocab.txt"), VOCABULARY);
    tokenizer = Tokenizer.open(folder);
  }

  @AfterEach
  void close() {
    tokenizer.close();
  }

  private List<TypedSpan> tag(String text, List<TypedSpan> marks) {
    return new PassageTagger(scheme, LENGTH, tokenizer, this::scores)
        .tag(List.of(text), List.of(marks))
        .getFirst();
  }

  private List<float[][]> scores(List<TaggerInput> inputs) {
    read.addAll(inputs);
    return inputs.stream().map(PassageTaggerTest::scores).toList();
  }

  private static float[][] scores(TaggerInput input) {
    float[][] scores = new float[input.words().length][];
    for (int word = 0; word < scores.length; word++) {
      int id = input.ids()[input.words()[word]];
      scores[word] = new float[] {0, id == HEART ? 1 : -1, id == ATTACK ? 1 : -1};
    }
    return scores;
  }

  @Test
  void spansAreWholeWordsOfTheText() {
    assertThat(tag("A heart attacks\u00a0a \ud835\udc9c heart-attack, attack.", List.of()))
        .containsExactly(new TypedSpan(2, 15, "Disease"), new TypedSpan(21, 26, "Disease"));
  }

  @Test
  void aTextOfManyWindowsIsTaggedAsItsParts() {
    String part = "a a heart attack a . A ";
    List<TypedSpan> spans = tag(part.repeat(40), List.of());
    assertThat(read).hasSizeGreaterThan(10).allMatch(input -> input.ids().length <= LENGTH);
    assertThat(spans)
        .containsExactlyElementsOf(
            IntStream.range(0, 40)
                .map(i -> i * part.length() + 4)
                .mapToObj(start -> new TypedSpan(start, start + 12, "Disease"))
                .toList());
  }

  @Test
  void marksStandOnThePiecesOfTheirWords() {
    tag(
        "a attacks heart a",
        List.of(new TypedSpan(2, 15, "Disease"), new TypedSpan(16, 17, "Fruit")));
    assertThat(read.getFirst().ids()).isEqualTo(new int[] {2, 7, 5, 6, 4, 7, 3});
    assertThat(read.getFirst().marks()).isEqualTo(new int[] {0, 0, 1, 1, 2, 3, 0});
    assertThat(read.getFirst().words()).isEqualTo(new int[] {1, 2, 4, 5});
  }

  @Test
  void whatHasNoWordsHasNoSpans() {
    assertThat(tag("", List.of())).isEmpty();
    assertThat(tag(" \n\u0000 ", List.of())).isEmpty();
  }
}
