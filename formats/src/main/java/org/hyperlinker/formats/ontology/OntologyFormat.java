package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.Compressed;

/** The ontology formats, told apart by content. */
public enum OntologyFormat {
  /** MeSH descriptors or supplementary records in the NLM's XML. */
  MESH_XML,
  /** This project's knowledge base, one concept a line. */
  KNOWLEDGE_BASE_JSONL,
  /** The earlier study's JSON array. */
  STUDY_JSON;

  private static final int HEAD = 1024;

  /**
   * The format of an existing file, gzipped or plain.
   *
   * @throws FormatException if it is none of them
   */
  public static OntologyFormat of(Path file) throws IOException {
    String head = Compressed.head(file, HEAD).strip();
    return switch (head.isEmpty() ? ' ' : head.charAt(0)) {
      case '<' -> MESH_XML;
      case '{' -> KNOWLEDGE_BASE_JSONL;
      case '[' -> STUDY_JSON;
      default ->
          throw new FormatException(
              file,
              1,
              "unknown ontology format",
              "MeSH XML, knowledge base JSONL or a JSON array of concepts",
              head.isEmpty() ? "no text" : "'" + head.lines().findFirst().orElse("") + "'");
    };
  }

  /** A reader of this format. */
  public OntologyReader reader() {
    return switch (this) {
      case MESH_XML -> new MeshXmlReader();
      case KNOWLEDGE_BASE_JSONL -> new KnowledgeBaseReader();
      case STUDY_JSON -> new StudyOntologyReader();
    };
  }
}
