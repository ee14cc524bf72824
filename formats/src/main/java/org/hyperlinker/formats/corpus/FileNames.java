package org.hyperlinker.formats.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Document ids as names of files, for the formats that give each document a file of its own.
 * Characters that file systems treat specially are written {@code %XX}, as in URLs.
 */
final class FileNames {

  private static final Pattern SPECIAL = Pattern.compile("^\\.|[^\\p{L}\\p{N}._ -]");
  private static final Pattern WRITTEN = Pattern.compile("(?:%[0-9A-F]{2})+");

  private FileNames() {}

  /** The name of the file of this document, without ending. */
  static String of(String id) {
    return id.isEmpty() ? "%00" : SPECIAL.matcher(id).replaceAll(FileNames::written);
  }

  /** The id of the document in this file: its name without these endings and {@code .gz}. */
  static String id(Path file, String ending) {
    String name = file.getFileName().toString();
    name = withoutEnding(withoutEnding(name, ".gz"), ending);
    return name.equals("%00") ? "" : WRITTEN.matcher(name).replaceAll(FileNames::read);
  }

  private static String withoutEnding(String name, String ending) {
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }

  private static String written(MatchResult match) {
    StringBuilder written = new StringBuilder();
    for (byte b : match.group().getBytes(StandardCharsets.UTF_8)) {
      written.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return written.toString();
  }

  private static String read(MatchResult match) {
    byte[] bytes = HexFormat.ofDelimiter("").parseHex(match.group().replace("%", ""));
    return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
  }
}
