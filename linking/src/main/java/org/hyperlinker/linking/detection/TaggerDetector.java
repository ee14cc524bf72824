package org.hyperlinker.linking.detection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.model.onnx.OnnxTagger;
import org.hyperlinker.model.tagging.PassageTagger;
import org.hyperlinker.model.tagging.TypedSpan;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * Finds mentions by a trained tagger, which reads the text and, if it was trained so, what the
 * dictionary of an index finds there. Abbreviations that a document defines are mentions where
 * their long forms are, and the other way round, everywhere in the document.
 *
 * <p>Safe for many threads, as long as the tagger and the index are open.
 */
public final class TaggerDetector implements MentionDetector, AutoCloseable {

  /** The tagger's folder in an index directory. */
  public static final String FOLDER = "tagger";

  private final PassageTagger tagger;
  private final Optional<MentionDetector> dictionary;
  private final Runnable closing;

  /**
   * A detector.
   *
   * @param dictionary marks the names in a text for the tagger
   * @param closing runs when the detector is closed
   */
  TaggerDetector(PassageTagger tagger, Optional<MentionDetector> dictionary, Runnable closing) {
    this.tagger = tagger;
    this.dictionary = dictionary;
    this.closing = closing;
  }

  /**
   * A detector by an exported tagger, which it closes, and the dictionary of an index, which stays
   * open.
   *
   * @param threads within one operation, at least 1
   * @throws IOException naming the file, if the tagger is missing or broken, or the index's
   *     evidence is
   */
  public static TaggerDetector open(Path directory, EmbeddingIndex index, int threads)
      throws IOException {
    OnnxTagger opened = OnnxTagger.open(directory, threads);
    try {
      Optional<MentionDetector> dictionary =
          opened.config().marked() ? Optional.of(DictionaryDetector.of(index)) : Optional.empty();
      return new TaggerDetector(opened.passages(), dictionary, opened::close);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public List<List<Mention>> detect(Document document) {
    Document bare = Mentions.without(document);
    List<Passage> passages = bare.passages();
    List<List<TypedSpan>> spans =
        tagger.tag(passages.stream().map(Passage::text).toList(), marks(bare));
    List<List<Mention>> found = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      found.add(
          spans.get(i).stream()
              .map(s -> Mentions.in(passage, new Span(s.start(), s.end()), s.type()))
              .toList());
    }
    return ShortForms.complete(bare, found);
  }

  private List<List<TypedSpan>> marks(Document bare) {
    List<List<TypedSpan>> marks = new ArrayList<>();
    List<List<Mention>> names = dictionary.isPresent() ? dictionary.get().detect(bare) : List.of();
    for (int i = 0; i < bare.passages().size(); i++) {
      Passage passage = bare.passages().get(i);
      List<Mention> own = names.isEmpty() ? List.of() : names.get(i);
      marks.add(own.stream().map(mention -> local(passage, mention)).toList());
    }
    return marks;
  }

  private static TypedSpan local(Passage passage, Mention mention) {
    Span span = passage.local(mention.extent());
    return new TypedSpan(span.start(), span.end(), mention.type());
  }

  @Override
  public void close() {
    closing.run();
  }
}
