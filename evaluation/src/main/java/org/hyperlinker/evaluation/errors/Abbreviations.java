package org.hyperlinker.evaluation.errors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.text.AbbreviationLook;

/** Tells abbreviations by their look, or by standing in parentheses somewhere in the document. */
final class Abbreviations {

  private static final int LONGEST_DEFINED = 10;

  private final Map<String, String> texts = new HashMap<>();

  /** Knows the texts of these documents; of others the look alone decides. */
  Abbreviations(List<Document> documents) {
    for (Document document : documents) {
      texts.put(
          document.id(),
          document.passages().stream().map(Passage::text).collect(Collectors.joining("\n")));
    }
  }

  boolean is(String documentId, String mention) {
    return AbbreviationLook.of(mention) || defined(documentId, mention);
  }

  private boolean defined(String documentId, String mention) {
    return mention.length() <= LONGEST_DEFINED
        && mention.chars().anyMatch(Character::isUpperCase)
        && texts.getOrDefault(documentId, "").contains("(" + mention + ")");
  }
}
