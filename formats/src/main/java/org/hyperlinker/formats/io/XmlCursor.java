package org.hyperlinker.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hyperlinker.formats.FormatException;

/**
 * A walk through an XML file, element by element, in constant memory. Neither document type
 * definitions nor external entities are read; a reference to an entity that XML itself does not
 * define is a fault, because its text would be lost.
 *
 * <p>The cursor stands on the start of an element. {@link #nextChild} goes to its next child, and
 * each child must be consumed by {@link #text}, {@link #skip} or a loop over its own children. For
 * one thread.
 */
public final class XmlCursor implements AutoCloseable {

  private static final List<String> ENTITY_LIMITS =
      List.of(
          "jdk.xml.entityExpansionLimit",
          "jdk.xml.totalEntitySizeLimit",
          "jdk.xml.maxGeneralEntitySizeLimit",
          "jdk.xml.entityReplacementLimit");

  private final Path file;
  private final InputStream stream;
  private final XMLStreamReader reader;

  /**
   * Opens a file, gzipped or plain, and goes to its root element.
   *
   * @throws FormatException if there is no such file or no XML in it
   */
  public XmlCursor(Path file) throws IOException {
    this.file = file;
    this.stream = Compressed.open(file);
    try {
      this.reader = factory().createXMLStreamReader(XmlDecoding.reader(file, stream));
      while (event() != XMLStreamConstants.START_ELEMENT) {
        // Comments and the document type stand before the root.
      }
    } catch (XMLStreamException e) {
      stream.close();
      throw broken(e);
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    // The limits guard against entities that grow; as none is read, they only hit long texts.
    for (String limit : ENTITY_LIMITS) {
      factory.setProperty(limit, "0");
    }
    return factory;
  }

  /** The local name of the element the cursor stands on. */
  public String name() {
    return reader.getLocalName();
  }

  /** An attribute of the element the cursor stands on, or the fallback. */
  public String attribute(String name, String fallback) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? fallback : value;
  }

  /** The 1-based line the cursor has reached. */
  public long line() {
    return reader.getLocation().getLineNumber();
  }

  /**
   * Goes to the next child of the current element.
   *
   * @return false at the end of the current element, which is then consumed
   */
  public boolean nextChild() throws IOException {
    while (true) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!reader.isWhiteSpace()) {
            throw fault("text between elements", "an element", "'" + reader.getText() + "'");
          }
        }
        default -> {}
      }
    }
  }

  /** The text of the current element, which is consumed; it may have no children. */
  public String text() throws IOException {
    String element = name();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (event()) {
        case XMLStreamConstants.END_ELEMENT -> {
          return text.toString();
        }
        case XMLStreamConstants.START_ELEMENT ->
            throw fault(
                "element inside the text of <" + element + ">", "text only", "<" + name() + ">");
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        default -> {}
      }
    }
  }

  /** All text within the current element, which is consumed; markup in it is left out. */
  public String textWithin() throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        default -> {}
      }
    }
    return text.toString();
  }

  /** Consumes the current element with everything in it. */
  public void skip() throws IOException {
    int depth = 1;
    while (depth > 0) {
      int event = event();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** Reads to the end of the file, so that what follows the root element is checked too. */
  public void finish() throws IOException {
    while (event() != XMLStreamConstants.END_DOCUMENT) {
      // Only comments and white space may follow the root; the parser refuses the rest.
    }
  }

  /** A fault at an earlier line. */
  public FormatException fault(long line, String problem, String expected, String found) {
    return new FormatException(file, line, problem, expected, found);
  }

  /** A fault at the line the cursor has reached. */
  public FormatException fault(String problem, String expected, String found) {
    return new FormatException(file, line(), problem, expected, found);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private int event() throws IOException {
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw fault(
            "reference to an entity that is not read",
            "plain text, &amp; &lt; &gt; &apos; &quot; or a character reference",
            "&" + reader.getLocalName() + ";");
      }
      return event;
    } catch (XMLStreamException e) {
      throw broken(e);
    } catch (MissingResourceException e) {
      // The parser of the JDK lacks the texts of some of its own messages.
      throw fault("broken XML", "well-formed XML", e.getKey());
    }
  }

  private FormatException broken(XMLStreamException e) {
    if (e.getNestedException() instanceof FormatException damaged) {
      return damaged;
    }
    long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    if (e.getNestedException() instanceof CharacterCodingException) {
      return new FormatException(
          file,
          line,
          "not in the declared encoding, here or shortly after",
          "text in UTF-8 or as the XML declaration says",
          "other bytes",
          e);
    }
    String message = String.valueOf(e.getMessage());
    int reason = message.indexOf("Message: ");
    return new FormatException(
        file,
        line,
        "broken XML",
        "well-formed XML",
        reason < 0 ? message : message.substring(reason + "Message: ".length()),
        e);
  }
}
