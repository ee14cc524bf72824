package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.LineReader;

/** The tokens of one CoNLL document, growing line by line. */
final class ConllDocument {

  private final String id;
  private final StringBuilder text = new StringBuilder();
  private final List<Mention> mentions = new ArrayList<>();
  private final SortedMap<Integer, List<String>> further = new TreeMap<>();
  private int tagColumn = 1;
  private boolean sentenceEnded;
  private String openType;
  private int openStart;
  private int openEnd;
  private List<ConceptId> openConcepts = List.of();

  ConllDocument(String id) {
    this.id = id;
  }

  void add(LineReader lines, String[] cells, int tagIndex) throws FormatException {
    String tag = cells[tagIndex];
    if (!ConllReader.TAG.matcher(tag).matches()) {
      throw lines.fault("unreadable tag", "O or a tag such as B-Disease", "'" + tag + "'");
    }
    if (cells[0].isBlank()) {
      throw lines.fault("line without token", "a token in the first column", "none");
    }
    if (sentenceEnded) {
      close();
    }
    text.append(text.isEmpty() ? "" : sentenceEnded ? "\n" : " ");
    sentenceEnded = false;
    int start = text.length();
    text.append(cells[0]);
    tagColumn = tagIndex;
    String type = tag.length() > 2 ? tag.substring(2) : "";
    char place = tag.charAt(0);
    boolean begins = place == 'B' || place == 'S' || place == 'U' || !type.equals(openType);
    if (place == 'O' || begins) {
      close();
    }
    if (place != 'O' && begins) {
      openType = type;
      openStart = start;
      openConcepts = tagIndex + 1 < cells.length ? concepts(lines, cells[tagIndex + 1]) : List.of();
    }
    openEnd = text.length();
    if ("ESLU".indexOf(place) >= 0) {
      close();
    }
    int words = (int) ConllWriter.SPACED.matcher(cells[0]).results().count();
    for (int i = 1; i < cells.length; i++) {
      if (i != tagIndex && i != tagIndex + 1) {
        // A token with blanks is written as a row for each of its words.
        further
            .computeIfAbsent(i, _ -> new ArrayList<>())
            .addAll(Collections.nCopies(words, cells[i]));
      }
    }
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  void endSentence() {
    sentenceEnded = !text.isEmpty();
  }

  Document document() {
    close();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(ConllReader.SPACED, "true");
    if (!further.isEmpty()) {
      attributes.put(ConllReader.TAG_COLUMN, Integer.toString(tagColumn + 1));
    }
    further.forEach(
        (i, cells) -> attributes.put(ConllReader.COLUMN + (i + 1), String.join("\n", cells)));
    Passage passage = new Passage("", 0, text.toString(), mentions, Map.of());
    return new Document(id, List.of(passage), List.of(), attributes);
  }

  private void close() {
    if (openType != null) {
      Span span = new Span(openStart, openEnd);
      String words = text.substring(openStart, openEnd);
      mentions.add(new Mention("", List.of(span), words, openType, openConcepts, Map.of()));
      openType = null;
    }
  }

  private static List<ConceptId> concepts(LineReader lines, String cell) throws FormatException {
    try {
      return cell.equals("_") ? List.of() : ConceptField.parse(cell);
    } catch (IllegalArgumentException e) {
      throw lines.fault("unreadable concept column", "ids such as D001 or D001|D002", cell);
    }
  }
}
