package org.hyperlinker.formats.io;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * XML written so that reading gives the same texts back: line ends within texts and attributes
 * survive, and a character that XML cannot hold is an error instead of a file nobody can open. For
 * one thread.
 */
public final class XmlOutput {

  private final Writer writer;
  private final Deque<String> open = new ArrayDeque<>();

  /** Output to this writer, which the caller closes. */
  public XmlOutput(Writer writer) {
    this.writer = writer;
  }

  /** The XML declaration and a document type. */
  public void declaration(String documentType) throws IOException {
    writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + documentType + "\n");
  }

  /** Starts an element with attributes given as name, value, name, value. */
  public void start(String element, String... attributes) throws IOException {
    indent();
    tag(element, attributes);
    writer.write(">\n");
    open.push(element);
  }

  /** Ends the element started last. */
  public void end() throws IOException {
    String element = open.pop();
    indent();
    writer.write("</" + element + ">\n");
  }

  /** An element with a text and attributes given as name, value, name, value. */
  public void leaf(String element, String text, String... attributes) throws IOException {
    indent();
    tag(element, attributes);
    writer.write(">");
    escape(text, false);
    writer.write("</" + element + ">\n");
  }

  /** An element without content. */
  public void empty(String element, String... attributes) throws IOException {
    indent();
    tag(element, attributes);
    writer.write("/>\n");
  }

  private void tag(String element, String... attributes) throws IOException {
    writer.write("<" + element);
    for (int i = 0; i < attributes.length; i += 2) {
      writer.write(" " + attributes[i] + "=\"");
      escape(attributes[i + 1], true);
      writer.write("\"");
    }
  }

  private void indent() throws IOException {
    writer.write("  ".repeat(open.size()));
  }

  private void escape(String text, boolean attribute) throws IOException {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> writer.write("&amp;");
        case '<' -> writer.write("&lt;");
        case '>' -> writer.write("&gt;");
        case '"' -> writer.write(attribute ? "&quot;" : "\"");
        case '\r' -> writer.write("&#13;");
        case '\n', '\t' -> writer.write(attribute ? "&#" + c + ";" : Character.toString(c));
        default -> {
          if (c < ' ' || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF) {
            throw new IOException(
                "XML cannot hold the character U+%04X; remove it from '%s'".formatted(c, text));
          }
          writer.write(Character.toString(c));
        }
      }
    }
  }
}
