package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.LineReader;

/**
 * Reads the terms of an OBO file: id, name, synonyms (of all scopes; the scope is the lexical tag)
 * and definition. Obsolete terms and terms without a name are counted as skipped; relations serve
 * the filter's branches, which are ids of terms and take what is {@code is_a} below them. The sink
 * hears of alternative ids and of what replaces obsolete terms. Types of relations and
 * cross-references are no part of a concept.
 */
public final class OboReader implements OntologyReader {

  /** Possessive, as a plain repetition of a choice takes stack for each character of a text. */
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"\\s*(\\w*).*");

  private final OntologyFilter filter;

  /** A reader of the concepts that the filter takes. */
  public OboReader(OntologyFilter filter) {
    this.filter = filter;
  }

  /** A term and where it starts. */
  private record Placed(Concept concept, long line) {}

  @Override
  public Ledger read(Path file, Sink sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Ancestors ancestors = new Ancestors();
    Map<String, Placed> terms = new LinkedHashMap<>();
    try (LineReader lines = new LineReader(file)) {
      Term term = null;
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.startsWith("[")) {
          end(term, lines, ledger, terms, sink);
          term = line.startsWith("[Term]") ? new Term(lines.number()) : null;
        } else if (term != null && !line.isBlank() && !line.startsWith("!")) {
          term.add(lines, line, ancestors);
        }
      }
      end(term, lines, ledger, terms, sink);
      if (terms.isEmpty()) {
        throw lines.fault("no term", "a stanza [Term] with id and name", "none");
      }
    }
    Set<String> taken = ancestors.below(filter.branchIds());
    for (Placed term : terms.values()) {
      if (filter.branches().isEmpty() || taken.contains(term.concept().id().value())) {
        sink.accept(term.concept(), term.line());
        ledger.read();
      } else {
        ledger.skip("concept outside the branches");
      }
    }
    return ledger.build();
  }

  private static void end(
      Term term, LineReader lines, Ledger.Builder ledger, Map<String, Placed> terms, Sink sink)
      throws FormatException {
    if (term == null) {
      return;
    }
    if (term.id == null) {
      throw lines.fault("term without id", "an id in the term of line " + term.line, "none");
    }
    ConceptId id = term.id;
    term.alternatives.forEach(old -> sink.replaced(old, id));
    if (term.obsolete) {
      term.replacements.forEach(current -> sink.replaced(id, current));
    }
    if (term.obsolete || term.name.isEmpty()) {
      ledger.skip(term.obsolete ? "obsolete term" : "term without name");
      return;
    }
    Placed placed = new Placed(term.concept(), term.line);
    Placed earlier = terms.putIfAbsent(term.id.value(), placed);
    if (earlier != null) {
      throw lines.fault("repeated term", "each id once", term.id + " as in line " + earlier.line());
    }
  }

  /** A stanza, growing line by line. */
  private static final class Term {
    private final long line;
    private final List<ConceptName> synonyms = new ArrayList<>();
    private final List<ConceptId> alternatives = new ArrayList<>();
    private final List<ConceptId> replacements = new ArrayList<>();
    private ConceptId id;
    private String name = "";
    private String definition = "";
    private boolean obsolete;

    Term(long line) {
      this.line = line;
    }

    void add(LineReader lines, String text, Ancestors ancestors) throws FormatException {
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw lines.fault("line without tag", "'tag: value'", "'" + text + "'");
      }
      String value = text.substring(colon + 1).strip();
      switch (text.substring(0, colon)) {
        case "id" -> id = id(lines, value);
        case "alt_id" -> alternatives.add(id(lines, value));
        case "replaced_by" -> replacements.add(id(lines, value));
        case "name" -> name = unescaped(value).strip();
        case "is_obsolete" -> obsolete = value.startsWith("true");
        case "def" -> definition = unescaped(quoted(lines, value).group(1)).strip();
        case "synonym" -> {
          Matcher synonym = quoted(lines, value);
          String written = unescaped(synonym.group(1)).strip();
          if (!written.isEmpty()) {
            synonyms.add(new ConceptName(written, NameKind.SYNONYM, false, synonym.group(2)));
          }
        }
        case "is_a" -> {
          if (id != null) {
            ancestors.add(id.value(), id(lines, value.split("\\s", 2)[0]).value());
          }
        }
        default -> {}
      }
    }

    Concept concept() {
      List<ConceptName> names = new ArrayList<>();
      names.add(ConceptName.preferred(name));
      names.addAll(synonyms);
      List<String> definitions = definition.isEmpty() ? List.of() : List.of(definition);
      return new Concept(
          id, ConceptKind.DESCRIPTOR, names, definitions, List.of(), List.of(), List.of());
    }

    private static ConceptId id(LineReader lines, String value) throws FormatException {
      try {
        return ConceptId.parse(value.replaceFirst("\\s+!.*", ""));
      } catch (IllegalArgumentException e) {
        throw lines.fault("unreadable id", "an id such as DOID:4", "'" + value + "'");
      }
    }

    private static Matcher quoted(LineReader lines, String value) throws FormatException {
      Matcher matcher = QUOTED.matcher(value);
      if (!matcher.matches()) {
        throw lines.fault("text without quotes", "\"text\" ...", value);
      }
      return matcher;
    }

    private static String unescaped(String text) {
      return text.replaceAll("\\\\[ntW]", " ").replaceAll("\\\\(.)", "$1");
    }
  }
}
