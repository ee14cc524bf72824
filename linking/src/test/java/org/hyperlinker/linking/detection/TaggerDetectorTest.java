package org.hyperlinker.linking.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.model.tagging.PassageTagger;
import org.hyperlinker.model.tagging.TagScheme;
import org.hyperlinker.model.tagging.TaggerInput;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a network that takes marked words, and words that a test names, for mentions. */
class TaggerDetectorTest {

  private static final List<String> VOCABULARY =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "pulmonary", "hypertension", "ph", "fever", "pain");

  @TempDir Path folder;
  private Tokenizer tokenizer;
  private EmbeddingIndex index;

  @BeforeEach
  void open() throws IOException {
    Files.write(folder.resolve("vocab.txt"), VOCABULARY);
    tokenizer = Tokenizer.open(folder);
    index = DetectionIndex.build(folder);
  }

  @AfterEach
  void close() {
    index.close();
    tokenizer.close();
  }

  private MentionDetector finding(Optional<MentionDetector> dictionary, String... words) {
    Set<String> known = Set.of(words);
    PassageTagger tagger =
        new PassageTagger(
            new TagScheme(List.of("Chemical", "Disease")),
            32,
            tokenizer,
            inputs -> inputs.stream().map(input -> scores(input, known)).toList());
    return new TaggerDetector(tagger, dictionary, () -> {});
  }

  private static float[][] scores(TaggerInput input, Set<String> known) {
    float[][] scores = new float[input.words().length][5];
    boolean before = false;
    for (int word = 0; word < scores.length; word++) {
      int place = input.words()[word];
      boolean named = known.contains(VOCABULARY.get(input.ids()[place]));
      int mark = input.marks()[place];
      scores[word][0] = 1;
      scores[word][named ? before ? 4 : 3 : mark] = 2;
      before = named;
    }
    return scores;
  }

  private static Document document(String... texts) {
    List<Passage> passages = new ArrayList<>();
    int offset = 0;
    for (String text : texts) {
      passages.add(new Passage("", offset, text, List.of(), Map.of()));
      offset += text.length() + 1;
    }
    return new Document("1", passages, List.of(), Map.of());
  }

  private static List<List<String>> said(MentionDetector detector, Document document) {
    return detector.detect(document).stream()
        .map(found -> found.stream().map(m -> m.text() + "/" + m.type()).toList())
        .toList();
  }

  @Test
  void readsTheWordsAndWhatTheDictionaryMarks() throws IOException {
    Document document = document("Isoproterenol for fever", "calcium chloride");
    assertThat(said(finding(Optional.of(DictionaryDetector.of(index)), "fever"), document))
        .containsExactly(
            List.of("Isoproterenol/Chemical", "fever/Disease"),
            List.of("calcium chloride/Chemical"));
    assertThat(said(finding(Optional.empty(), "fever"), document))
        .containsExactly(List.of("fever/Disease"), List.of());
  }

  @Test
  void spansAreDocumentOffsetsAndMarkedMentionsAreNotLookedAt() {
    Passage passage =
        new Passage(
            "",
            50,
            "\ud83d\ude00 fever",
            List.of(Mention.at(new Span(50, 52), "\ud83d\ude00")),
            Map.of());
    List<Mention> found = finding(Optional.empty(), "fever").detect(passage);
    assertThat(found)
        .singleElement()
        .satisfies(mention -> assertThat(mention.spans()).containsExactly(new Span(53, 58)));
  }

  @Test
  void aShortFormIsAMentionEverywhereWhereItsLongFormIs() {
    Document document =
        document("PH kills", "Pulmonary hypertension (PH), not PHS or pH; PH lasts.");
    assertThat(said(finding(Optional.empty(), "pulmonary", "hypertension"), document))
        .containsExactly(
            List.of("PH/Disease"),
            List.of("Pulmonary hypertension/Disease", "PH/Disease", "PH/Disease"));
  }

  @Test
  void aShortFormThatIsFoundMakesItsLongFormAMention() {
    Document document = document("Pulmonary Hypertension (PH).");
    assertThat(said(finding(Optional.empty(), "ph"), document).getFirst())
        .containsExactly("Pulmonary Hypertension/Disease", "PH/Disease");
    assertThat(said(finding(Optional.empty()), document).getFirst()).isEmpty();
  }

  @Test
  void anIndexWithoutATaggerFindsByItsNames() throws IOException {
    try (IndexDetector detector = IndexDetector.of(index, 1)) {
      Document document = document("Isoproterenol for fever and pain");
      assertThat(said(detector, document)).isEqualTo(said(DictionaryDetector.of(index), document));
    }
  }

  @Test
  void aTaggerThatIsNoneIsNamed() throws IOException {
    Path beside = Files.createDirectory(folder.resolve("index").resolve(TaggerDetector.FOLDER));
    try (IndexDetector detector = IndexDetector.of(index, 1);
        IndexDetector without = IndexDetector.dictionary(index)) {
      assertThatThrownBy(detector::opened)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(beside.toString())
          .hasMessageContaining("train-detector");
      assertThat(without.opened()).isInstanceOf(DictionaryDetector.class);
    }
  }

  @Test
  void aClosedDetectorRefuses() {
    IndexDetector detector = IndexDetector.of(index, 1);
    detector.close();
    detector.close();
    assertThatThrownBy(() -> detector.detect(document("pain")))
        .isInstanceOf(IllegalStateException.class);
  }
}
