package org.hyperlinker.formats;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts with everything that formats stumble over. */
public final class Texts {

  private static final List<String> LINE =
      List.of("a", "B", "7", " ", "&", "<", ">", "\"", "'", "\\", "é", "β", "💉", "|", ".", "{");

  private Texts() {}

  /** Whole characters of one line, so that any stretch of the list is a text. */
  public static Arbitrary<List<String>> line(int least) {
    return Arbitraries.of(LINE).list().ofMinSize(least).ofMaxSize(12);
  }

  /** A text of one line. */
  public static Arbitrary<String> text(int least) {
    return line(least).map(parts -> String.join("", parts));
  }

  /** A text with line ends of all kinds. */
  public static Arbitrary<String> lines() {
    return Arbitraries.of("a", "&", "\n", "\r", "\r\n", "\t", "💉", " ")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  /** A text that is not blank. */
  public static Arbitrary<String> name() {
    return text(0).map(text -> "n" + text);
  }
}
