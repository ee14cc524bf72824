package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;

/**
 * A part of a passage: a mention that BIO tags can hold, or what stands between two of them.
 *
 * @param mention the mention
 * @param tokens its tokens
 */
record ConllStretch(Optional<Mention> mention, List<Token> tokens) {

  /**
   * A token.
   *
   * @param start in its document
   * @param end in its document
   * @param text its characters
   */
  record Token(int start, int end, String text) {}

  /**
   * The parts of a passage in text order.
   *
   * @param pattern of a token
   * @param omissions where mentions are counted that BIO cannot hold
   */
  static List<ConllStretch> of(Passage passage, Pattern pattern, Omissions omissions) {
    List<ConllStretch> stretches = new ArrayList<>();
    int from = 0;
    for (Mention mention : flat(passage, pattern, omissions).values()) {
      Span local = passage.local(mention.extent());
      stretches.add(
          new ConllStretch(Optional.empty(), tokens(passage, from, local.start(), pattern)));
      stretches.add(
          new ConllStretch(
              Optional.of(mention), tokens(passage, local.start(), local.end(), pattern)));
      from = local.end();
    }
    stretches.add(
        new ConllStretch(
            Optional.empty(), tokens(passage, from, passage.text().length(), pattern)));
    return stretches;
  }

  /** The mentions that BIO can hold, by their start. */
  private static NavigableMap<Integer, Mention> flat(
      Passage passage, Pattern pattern, Omissions omissions) {
    NavigableMap<Integer, Mention> kept = new TreeMap<>();
    List<Mention> longestFirst =
        passage.mentions().stream()
            .sorted(Comparator.comparingInt(m -> -m.extent().length()))
            .toList();
    for (Mention mention : longestFirst) {
      Span extent = mention.extent();
      if (mention.discontinuous()) {
        omissions.leave("discontinuous mention");
      } else if (overlapped(kept, extent)) {
        omissions.leave("mention that overlaps a longer one");
      } else if (extent.start() < passage.offset() || extent.end() > passage.end()) {
        omissions.leave("mention across passages");
      } else if (!pattern.matcher(covered(extent, passage)).find()) {
        omissions.leave("mention of white space alone");
      } else {
        kept.put(extent.start(), mention);
      }
    }
    return kept;
  }

  /** Whether one of these mentions, which do not overlap each other, overlaps an extent. */
  private static boolean overlapped(NavigableMap<Integer, Mention> mentions, Span extent) {
    return Stream.of(mentions.floorEntry(extent.start()), mentions.higherEntry(extent.start()))
        .filter(Objects::nonNull)
        .anyMatch(near -> near.getValue().extent().overlaps(extent));
  }

  private static List<Token> tokens(Passage passage, int from, int to, Pattern pattern) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = pattern.matcher(passage.text()).region(from, to);
    while (matcher.find()) {
      int start = passage.offset() + matcher.start();
      tokens.add(new Token(start, passage.offset() + matcher.end(), matcher.group()));
    }
    return tokens;
  }

  private static String covered(Span extent, Passage passage) {
    Span local = passage.local(extent);
    return passage.text().substring(local.start(), local.end());
  }
}
