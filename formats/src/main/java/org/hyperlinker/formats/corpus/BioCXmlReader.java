package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.XmlCursor;

/**
 * Reads BioC XML (Comeau et al. 2013) as its tools write it, with offsets in code points.
 *
 * <p>Infons become attributes in file order, except {@code type}, which is a field of the records.
 * A mention's concepts come from the first of the infons {@code identifier}, {@code concept_id} and
 * {@code MESH} (in any case) that is there. Annotations of sentences become mentions of their
 * passage, relations anywhere become relations of the document; where they stood, and the sentences
 * themselves, are kept in attributes and written again. Source, date, key and infons of the
 * collection become document attributes with the prefix {@value #COLLECTION}. An annotation of one
 * location must match its text there, white space apart; an annotation without location has no
 * place in a document and is counted as skipped.
 */
public final class BioCXmlReader implements DocumentReader {

  /** Prefix of the document attributes that state properties of the whole collection. */
  public static final String COLLECTION = "collection:";

  /** Prefix of the document attributes that are infons of the whole collection. */
  static final String COLLECTION_INFON = COLLECTION + "infon:";

  @Override
  public Ledger read(Path file, Consumer<Document> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Map<String, String> collection = new LinkedHashMap<>();
    try (XmlCursor xml = new XmlCursor(file)) {
      if (!xml.name().equals("collection")) {
        throw xml.fault("not BioC XML", "the root <collection>", "<" + xml.name() + ">");
      }
      while (xml.nextChild()) {
        switch (xml.name()) {
          case "source", "date", "key" -> {
            String name = xml.name();
            keep(collection, COLLECTION + name, xml.text());
          }
          case "infon" -> {
            String key = xml.attribute("key", "");
            keep(collection, COLLECTION_INFON + key, xml.text());
          }
          case "document" -> {
            sink.accept(new BioCDocument(xml, ledger).read(collection));
            ledger.read();
          }
          default -> {
            ledger.skip("element <" + xml.name() + "> in <collection>");
            xml.skip();
          }
        }
      }
      if (ledger.count() == 0) {
        throw xml.fault("no document", "a <document> in the collection", "none");
      }
      xml.finish();
    }
    return ledger.build();
  }

  private static void keep(Map<String, String> collection, String name, String value) {
    if (!value.isEmpty()) {
      collection.put(name, value);
    }
  }
}
