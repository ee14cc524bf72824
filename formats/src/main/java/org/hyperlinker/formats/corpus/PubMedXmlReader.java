package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.XmlCursor;

/**
 * Reads titles and abstracts of PubMed XML ({@code PubmedArticleSet}, also single articles), in
 * constant memory.
 *
 * <p>A document has the PMID as id and two passages, laid out as PubTator does: {@code title} at 0
 * and {@code abstract}, which may be empty, one place after it. Sections of a structured abstract
 * are joined by a blank, each behind its label and a colon. Markup within texts (italics, indices)
 * is left out, its text stays. What else a record holds is no part of the document; an article that
 * is only deleted or has no title is counted as skipped.
 */
public final class PubMedXmlReader implements DocumentReader {

  @Override
  public Ledger read(Path file, Consumer<Document> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    try (XmlCursor xml = new XmlCursor(file)) {
      switch (xml.name()) {
        case "PubmedArticleSet", "PubmedBookArticleSet" -> {
          while (xml.nextChild()) {
            switch (xml.name()) {
              case "PubmedArticle", "PubmedBookArticle" -> article(xml, ledger, sink);
              default -> {
                ledger.skip("element <" + xml.name() + ">");
                xml.skip();
              }
            }
          }
        }
        case "PubmedArticle", "PubmedBookArticle" -> article(xml, ledger, sink);
        default ->
            throw xml.fault(
                "not PubMed XML", "the root <PubmedArticleSet>", "<" + xml.name() + ">");
      }
      if (ledger.count() == 0) {
        throw xml.fault("no article", "a <PubmedArticle> with a title", "none");
      }
      xml.finish();
    }
    return ledger.build();
  }

  private static void article(XmlCursor xml, Ledger.Builder ledger, Consumer<Document> sink)
      throws IOException {
    long line = xml.line();
    Article article = new Article();
    article.read(xml);
    if (article.id.isEmpty()) {
      throw xml.fault("article without id", "a <PMID> in the article of line " + line, "none");
    }
    if (article.title.isEmpty() && article.body.isEmpty()) {
      ledger.skip("article without title and abstract");
      return;
    }
    String title = article.title;
    sink.accept(
        new Document(
            article.id,
            List.of(
                new Passage("title", 0, title, List.of(), Map.of()),
                new Passage(
                    "abstract", title.length() + 1, article.body.toString(), List.of(), Map.of())),
            List.of(),
            Map.of()));
    ledger.read();
  }

  /** What is taken of an article; the first id and title count, those of references do not. */
  private static final class Article {
    private String id = "";
    private String title = "";
    private final StringBuilder body = new StringBuilder();

    void read(XmlCursor xml) throws IOException {
      while (xml.nextChild()) {
        switch (xml.name()) {
          case "MedlineCitation", "BookDocument", "Article" -> read(xml);
          case "PMID" -> id = id.isEmpty() ? xml.text().strip() : kept(id, xml);
          case "ArticleTitle" -> title = oneLine(xml.textWithin());
          case "Book" -> book(xml);
          case "Abstract" -> sections(xml);
          default -> xml.skip();
        }
      }
    }

    private static String kept(String value, XmlCursor xml) throws IOException {
      xml.skip();
      return value;
    }

    /** The title of a whole book, where the record is about no chapter. */
    private void book(XmlCursor xml) throws IOException {
      while (xml.nextChild()) {
        if (xml.name().equals("BookTitle") && title.isEmpty()) {
          title = oneLine(xml.textWithin());
        } else {
          xml.skip();
        }
      }
    }

    private void sections(XmlCursor xml) throws IOException {
      while (xml.nextChild()) {
        if (!xml.name().equals("AbstractText")) {
          xml.skip();
          continue;
        }
        String label = xml.attribute("Label", "").strip();
        String text = oneLine(xml.textWithin());
        if (!text.isEmpty()) {
          body.append(body.isEmpty() ? "" : " ");
          body.append(label.isEmpty() || label.equals("UNLABELLED") ? "" : label + ": ");
          body.append(text);
        }
      }
    }

    /** XML breaks its lines anywhere. */
    private static String oneLine(String text) {
      return text.strip().replaceAll("\\s+", " ");
    }
  }
}
