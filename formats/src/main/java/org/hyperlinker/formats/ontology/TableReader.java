package org.hyperlinker.formats.ontology;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/**
 * Reads a table of concepts: CSV (RFC 4180, comma) or, where the name ends in {@code .tsv}, the
 * same with tabs. The first row names the columns:
 *
 * <pre>
 * id,name,synonyms,definition,semantic_types,tree_numbers
 * D009270,Naloxone,Narcan|Nalone,A specific opiate antagonist.,T109|T121,D03.132
 * </pre>
 *
 * <p>{@code id} and {@code name} are needed, the others may be left out or empty; {@code |}
 * separates several synonyms, semantic types and tree numbers. Other columns are counted as
 * skipped. Semantic types serve the filter only.
 */
public final class TableReader implements OntologyReader {

  private static final Set<String> COLUMNS =
      Set.of("id", "name", "synonyms", "definition", "semantic_types", "tree_numbers");

  private final OntologyFilter filter;

  /** A reader of the concepts that the filter takes. */
  public TableReader(OntologyFilter filter) {
    this.filter = filter;
  }

  @Override
  public Ledger read(Path file, Sink sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    char separator = file.toString().matches(".*\\.tsv(\\.gz)?") ? '\t' : ',';
    try (Reader reader = withoutMark(file);
        CsvReader<NamedCsvRecord> table =
            CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(reader)) {
      for (NamedCsvRecord row : table) {
        add(file, row, ledger, sink);
      }
    } catch (CsvParseException e) {
      throw new FormatException(
          file, 0, "broken table", "rows with the columns of the first", "" + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new FormatException(file, 1, "unreadable table", "a text file in UTF-8", "" + e, e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FormatException damaged) {
        throw damaged;
      }
      throw new FormatException(
          file, 0, "unreadable table", "a text file in UTF-8", "" + e.getCause(), e);
    }
    if (ledger.count() == 0) {
      throw new FormatException(file, 0, "no concept", "rows below 'id,name,...'", "none");
    }
    return ledger.build();
  }

  /** A byte order mark would become a part of the first column's name, quotes included. */
  private static Reader withoutMark(Path file) throws IOException {
    PushbackReader reader =
        new PushbackReader(
            new InputStreamReader(Compressed.open(file), StandardCharsets.UTF_8.newDecoder()));
    try {
      int first = reader.read();
      if (first >= 0 && first != '\uFEFF') {
        reader.unread(first);
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  private void add(Path file, NamedCsvRecord row, Ledger.Builder ledger, Sink sink)
      throws FormatException {
    long line = row.getStartingLineNumber();
    for (String column : row.getHeader()) {
      if (!COLUMNS.contains(column)) {
        ledger.skip("column '" + column + "'");
      }
    }
    if (!filter.takesTypes(new TreeSet<>(parts(row, "semantic_types")))) {
      ledger.skip("concept outside the semantic types");
      return;
    }
    try {
      List<ConceptName> names =
          Stream.concat(
                  Stream.of(ConceptName.preferred(cell(row, "name"))),
                  parts(row, "synonyms").stream().map(ConceptName::synonym))
              .toList();
      String definition = cell(row, "definition");
      sink.accept(
          new Concept(
              ConceptId.parse(cell(row, "id")),
              ConceptKind.DESCRIPTOR,
              names,
              definition.isEmpty() ? List.of() : List.of(definition),
              parts(row, "tree_numbers"),
              List.of(),
              List.of()),
          line);
    } catch (IllegalArgumentException e) {
      throw new FormatException(
          file, line, "unusable concept", "at least an id and a name", "" + e.getMessage(), e);
    }
    ledger.read();
  }

  private static String cell(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).orElse("");
  }

  private static List<String> parts(NamedCsvRecord row, String column) {
    return Arrays.stream(cell(row, column).split("\\|"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
