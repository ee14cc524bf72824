package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.Compressed;

/** The corpus formats, told apart by content and, where that leaves a doubt, by the file's name. */
public enum CorpusFormat {
  /** PubTator text: title and abstract lines, then a line for each annotation. */
  PUBTATOR,
  /** BioC XML: a collection of documents with passages. */
  BIOC_XML,
  /** BioC JSON: the same as JSON. */
  BIOC_JSON,
  /** BRAT standoff: a text file and an annotation file for each document. */
  BRAT,
  /** CoNLL columns: a token and its BIO tag a line. */
  CONLL,
  /** One JSON object a document and line; see {@link JsonlReader}. */
  JSONL,
  /** Plain text, a file for each document. */
  TEXT,
  /** PubMed XML, of which titles and abstracts are read; it is not written. */
  PUBMED_XML;

  private static final int HEAD = 8192;
  private static final Pattern TITLE_LINE = Pattern.compile("\\s*[^|\\t\\r\\n]+\\|[ta]\\|");
  private static final Pattern ROOT = Pattern.compile("<([A-Za-z][\\w.:-]*)");
  private static final Pattern BIOC_FIELD =
      Pattern.compile("\"(?:documents|PubTator3|infons|bioctype)\"\\s*:");
  private static final Pattern MARKS =
      Pattern.compile(
          "^(?:<(?:\\?xml|!|collection\\b|Pubmed)|\\[?\\s*\\{\\s*(?:\"|\\}))",
          Pattern.CASE_INSENSITIVE);

  /** Possessive, and no group for a column, as others take stack for each line or column. */
  private static final Pattern CONLL_LINES =
      Pattern.compile(
          "(?:(?!# doc_id = )# [^\\t\\r\\n]*+\\R|\\R)*+"
              + "(?:-DOCSTART-|# doc_id = |[^\\t\\r\\n][^\\r\\n]*?"
              + "\\t(?:O|[BIESLU]-\\S+)(?:\\t|\\R|$))");

  /**
   * The format of existing documents: a folder or pair of BRAT's, or a file, gzipped or plain.
   *
   * @throws FormatException if it is none of them
   */
  public static CorpusFormat of(Path file) throws IOException {
    if (BratReader.recognises(file)) {
      return BRAT;
    }
    String head = Compressed.head(file, HEAD);
    String start = head.stripLeading();
    String name = name(file);
    boolean columns = name.matches(".*\\.(conll|bio|iob2?)");
    // Texts and tokens may begin with any sign: "[Translated titles.]", "<5 % of patients".
    boolean marked = !(columns || name.endsWith(".txt")) || MARKS.matcher(start).find();
    if (start.startsWith("<") && marked) {
      Matcher root = ROOT.matcher(start);
      return root.find() && root.group(1).startsWith("Pubmed") ? PUBMED_XML : BIOC_XML;
    }
    if ((start.startsWith("{") || start.startsWith("[")) && marked) {
      boolean bioc = start.startsWith("[") || BIOC_FIELD.matcher(head).find();
      return bioc || name.endsWith(".json") ? BIOC_JSON : JSONL;
    }
    if (TITLE_LINE.matcher(head).lookingAt()) {
      return PUBTATOR;
    }
    if (CONLL_LINES.matcher(head).lookingAt() || columns) {
      return CONLL;
    }
    if (!head.isBlank() && name.endsWith(".txt") && !name.contains("pubtator")) {
      return TEXT;
    }
    String found = head.isBlank() ? "no text" : "'" + head.strip().lines().findFirst().get() + "'";
    throw new FormatException(
        file,
        1,
        "unknown corpus format",
        "a PubTator line 'id|t|title', BioC XML or JSON, JSONL, PubMed XML, BRAT, CoNLL columns"
            + " or plain text called .txt",
        found);
  }

  /**
   * The format that a file's name asks for, for writing, {@code .gz} aside: BioC XML for {@code
   * .xml} and {@code .bioc}, BioC JSON for {@code .json}, JSONL for {@code .jsonl}, CoNLL for
   * {@code .conll}, {@code .bio} and {@code .iob}, PubTator otherwise. BRAT and plain text, which
   * are folders, have no ending of their own.
   */
  public static CorpusFormat ofName(Path file) {
    String name = name(file);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "xml", "bioc" -> BIOC_XML;
      case "json" -> BIOC_JSON;
      case "jsonl" -> JSONL;
      case "conll", "bio", "iob" -> CONLL;
      default -> PUBTATOR;
    };
  }

  /** A reader of this format. */
  public DocumentReader reader() {
    return switch (this) {
      case PUBTATOR -> new PubTatorReader();
      case BIOC_XML -> new BioCXmlReader();
      case BIOC_JSON -> new BioCJsonReader();
      case BRAT -> new BratReader();
      case CONLL -> new ConllReader();
      case JSONL -> new JsonlReader();
      case TEXT -> new TextReader();
      case PUBMED_XML -> new PubMedXmlReader();
    };
  }

  /**
   * A writer of this format.
   *
   * @throws IllegalArgumentException if the format is only read
   */
  public DocumentWriter writer() {
    return switch (this) {
      case PUBTATOR -> new PubTatorWriter();
      case BIOC_XML -> new BioCXmlWriter();
      case BIOC_JSON -> new BioCJsonWriter();
      case BRAT -> new BratWriter();
      case CONLL -> new ConllWriter();
      case JSONL -> new JsonlWriter();
      case TEXT -> new TextWriter();
      case PUBMED_XML ->
          throw new IllegalArgumentException(
              "PubMed XML is read and not written; write another format, such as bioc_xml");
    };
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
  }
}
