package org.hyperlinker.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.core.corpus.Span;

/**
 * The text round a mention that the query encoder may read: half the size on each side, beside the
 * mention itself, cut at the mention's own offsets. (The earlier study searched for the mention's
 * first occurrence instead and met the wrong place for some mentions.)
 *
 * @param size in {@code unit}s over both sides together; 0 for no context
 * @param unit what {@code size} counts
 */
public record ContextWindow(int size, WindowUnit unit) {

  /** No context: the query is the mention alone. */
  public static final ContextWindow NONE = new ContextWindow(0, WindowUnit.CHARACTERS);

  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\s]");

  /** Rejects a negative size. */
  public ContextWindow {
    if (size < 0) {
      throw new IllegalArgumentException("a context window is 0 or larger, found: " + size);
    }
  }

  /** Whether there is no context. */
  public boolean empty() {
    return size == 0;
  }

  /**
   * The mention with its context, stripped at both ends.
   *
   * @param text the passage
   * @param mention offsets within {@code text}
   */
  public String cut(String text, Span mention) {
    if (mention.end() > text.length()) {
      throw new IllegalArgumentException(
          "a mention at " + mention + " lies outside a text of " + text.length() + " characters");
    }
    int half = size / 2;
    return switch (unit) {
      case CHARACTERS -> {
        int from = Math.max(0, mention.start() - half);
        int to = Math.min(text.length(), mention.end() + half);
        yield text.substring(wholeCodePoint(text, from), wholeCodePoint(text, to)).strip();
      }
      case WHOLE_WORDS -> {
        int from = Math.max(0, mention.start() - half);
        int to = Math.min(text.length(), mention.end() + half);
        while (from > 0 && from < mention.start() && insideWord(text, from)) {
          from++;
        }
        while (to < text.length() && to > mention.end() && insideWord(text, to)) {
          to--;
        }
        yield text.substring(from, to).strip();
      }
      case TOKENS -> {
        List<Span> left = tokens(text, 0, mention.start());
        List<Span> right = tokens(text, mention.end(), text.length());
        int from =
            half == 0 || left.isEmpty()
                ? mention.start()
                : left.get(Math.max(0, left.size() - half)).start();
        int to =
            half == 0 || right.isEmpty()
                ? mention.end()
                : right.get(Math.min(right.size(), half) - 1).end();
        yield text.substring(from, to).strip();
      }
    };
  }

  /** A cut between the halves of a surrogate pair would leave a character that no text has. */
  private static int wholeCodePoint(String text, int at) {
    boolean split =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return split ? at - 1 : at;
  }

  private static boolean insideWord(String text, int at) {
    return !Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at));
  }

  private static List<Span> tokens(String text, int from, int to) {
    List<Span> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text).region(from, to);
    while (matcher.find()) {
      tokens.add(new Span(matcher.start(), matcher.end()));
    }
    return tokens;
  }
}
