package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.Compressed;

/** The ontology formats, told apart by content; tables and UMLS by the file's name. */
public enum OntologyFormat {
  /** MeSH descriptors or supplementary records in the NLM's XML. */
  MESH_XML,
  /** This project's knowledge base, one concept a line. */
  KNOWLEDGE_BASE_JSONL,
  /** The earlier study's JSON array. */
  STUDY_JSON,
  /** OBO flat files. */
  OBO,
  /** OWL in any of its syntaxes. */
  OWL,
  /** UMLS in Rich Release Format, named by its {@code MRCONSO.RRF}. */
  UMLS_RRF,
  /** Comma- or tab-separated values with a row of column names. */
  TABLE;

  private static final int HEAD = 1024;

  /**
   * The format of an existing file, gzipped or plain.
   *
   * @throws FormatException if it is none of them
   */
  public static OntologyFormat of(Path file) throws IOException {
    String head = Compressed.head(file, HEAD).strip();
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.equals("mrconso.rrf")) {
      return UMLS_RRF;
    }
    if (!head.isEmpty() && (name.endsWith(".csv") || name.endsWith(".tsv"))) {
      return TABLE;
    }
    if (OwlSyntax.of(head).isPresent()) {
      return OWL;
    }
    return switch (head.isEmpty() ? ' ' : head.charAt(0)) {
      case '<' -> MESH_XML;
      case '{' -> KNOWLEDGE_BASE_JSONL;
      case '[' -> head.startsWith("[Term]") ? OBO : STUDY_JSON;
      default -> {
        if (head.startsWith("format-version:")) {
          yield OBO;
        }
        throw new FormatException(
            file,
            1,
            "unknown ontology format",
            "MeSH XML, knowledge base JSONL, a JSON array of concepts, OBO, OWL, MRCONSO.RRF, or a"
                + " table called .csv or .tsv",
            head.isEmpty() ? "no text" : "'" + head.lines().findFirst().orElse("") + "'");
      }
    };
  }

  /** A reader of this format that takes everything. */
  public OntologyReader reader() {
    return reader(OntologyFilter.NONE);
  }

  /** A reader of this format; what of the filter only the format knows, the reader applies. */
  OntologyReader reader(OntologyFilter filter) {
    return switch (this) {
      case MESH_XML -> new MeshXmlReader();
      case KNOWLEDGE_BASE_JSONL -> new KnowledgeBaseReader();
      case STUDY_JSON -> new StudyOntologyReader();
      case OBO -> new OboReader(filter);
      case OWL -> new OwlReader(filter);
      case UMLS_RRF -> new UmlsReader(filter);
      case TABLE -> new TableReader(filter);
    };
  }

  /** Whether concepts say by tree numbers in which branch they are. */
  boolean hasTreeNumbers() {
    return switch (this) {
      case MESH_XML, KNOWLEDGE_BASE_JSONL, STUDY_JSON, TABLE -> true;
      case OBO, OWL, UMLS_RRF -> false;
    };
  }
}
