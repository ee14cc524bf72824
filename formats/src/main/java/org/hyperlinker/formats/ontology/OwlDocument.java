package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;
import org.semanticweb.owlapi.functional.parser.OWLFunctionalSyntaxOWLParser;
import org.semanticweb.owlapi.io.OWLParser;
import org.semanticweb.owlapi.io.OWLParserException;
import org.semanticweb.owlapi.io.StreamDocumentSource;
import org.semanticweb.owlapi.manchestersyntax.parser.ManchesterOWLSyntaxOntologyParser;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLImportsDeclaration;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.model.OWLRuntimeException;
import org.semanticweb.owlapi.owlxml.parser.OWLXMLParser;
import org.semanticweb.owlapi.rdf.rdfxml.parser.RDFXMLParser;
import org.semanticweb.owlapi.rdf.turtle.parser.TurtleOntologyParser;
import org.xml.sax.SAXParseException;
import uk.ac.manchester.cs.owl.owlapi.OWLDataFactoryImpl;
import uk.ac.manchester.cs.owl.owlapi.OWLOntologyFactoryImpl;
import uk.ac.manchester.cs.owl.owlapi.OWLOntologyImpl;
import uk.ac.manchester.cs.owl.owlapi.OWLOntologyManagerImpl;

/** Parses an OWL file by the OWL API, without its imports and without a network. */
final class OwlDocument {

  private static final int HEAD = 1 << 16;

  /** How the parser of RDF/XML says where it is, which its exception does not. */
  private static final Pattern PLACE = Pattern.compile("^\\[line=(\\d{1,9}):[^\\]]*\\]");

  private OwlDocument() {}

  static OWLOntology read(Path file, Ledger.Builder ledger) throws IOException {
    Optional<OwlSyntax> syntax = OwlSyntax.of(Compressed.head(file, HEAD));
    if (syntax.isEmpty()) {
      throw new FormatException(
          file,
          1,
          "unknown syntax",
          "OWL in RDF/XML, OWL/XML, functional, Manchester or Turtle",
          "");
    }
    try (InputStream stream = Compressed.open(file);
        EntityLimits _ = EntityLimits.lifted(file)) {
      OWLOntology ontology = manager(ledger).createOntology();
      parser(syntax.get())
          .parse(
              new StreamDocumentSource(stream, IRI.create("file:ontology")),
              ontology,
              new OWLOntologyLoaderConfiguration());
      return ontology;
    } catch (OWLRuntimeException | OWLOntologyCreationException | IllegalArgumentException e) {
      throw broken(file, e);
    }
  }

  /** The parsers wrap what they found, sometimes several times; the innermost knows most. */
  private static FormatException broken(Path file, Exception e) {
    int line = 0;
    String found = "";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FormatException damaged) {
        return damaged;
      }
      line = Math.max(line, line(cause));
      found = cause.getMessage() == null ? found : cause.getMessage();
    }
    String first = PLACE.matcher(found).replaceFirst("").strip();
    return new FormatException(
        file, line, "broken OWL", "an OWL ontology", first.lines().findFirst().orElse(""), e);
  }

  private static int line(Throwable cause) {
    return switch (cause) {
      case OWLParserException owl -> owl.getLineNumber();
      case SAXParseException xml -> xml.getLineNumber();
      default -> {
        Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
        yield place.lookingAt() ? Integer.parseInt(place.group(1)) : 0;
      }
    };
  }

  private static OWLParser parser(OwlSyntax syntax) {
    return switch (syntax) {
      case RDF_XML -> new RDFXMLParser();
      case OWL_XML -> new OWLXMLParser();
      case FUNCTIONAL -> new OWLFunctionalSyntaxOWLParser();
      case MANCHESTER -> new ManchesterOWLSyntaxOntologyParser();
      case TURTLE -> new TurtleOntologyParser();
    };
  }

  private static OWLOntologyManager manager(Ledger.Builder ledger) {
    OWLOntologyManager manager = new Importless(ledger);
    manager.getOntologyFactories().set(new OWLOntologyFactoryImpl(OWLOntologyImpl::new));
    return manager;
  }

  /** Counts imports where others would fetch them. */
  private static final class Importless extends OWLOntologyManagerImpl {

    private static final long serialVersionUID = 1L;

    private final transient Ledger.Builder ledger;

    Importless(Ledger.Builder ledger) {
      super(new OWLDataFactoryImpl(), new ReentrantReadWriteLock());
      this.ledger = ledger;
    }

    @Override
    public void makeLoadImportRequest(
        OWLImportsDeclaration declaration, OWLOntologyLoaderConfiguration configuration) {
      ledger.skip("import of another ontology");
    }
  }
}
