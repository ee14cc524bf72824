package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.LineReader;

/**
 * Reads UMLS in Rich Release Format: {@code MRCONSO.RRF}, which is the file to name, and beside it,
 * where they are, {@code MRDEF}, {@code MRSTY} and, for branches that are concepts, {@code MRREL}.
 * All may be gzipped.
 *
 * <p>A concept is a CUI with its names, in the order of the file, which keeps a CUI's rows
 * together; the preferred name is the first of the best by term status, string type and atom. The
 * lexical tag is the term type. Names that are suppressed, of other languages or other sources are
 * counted as skipped, and so are concepts that the filter leaves out.
 */
public final class UmlsReader implements OntologyReader {

  private static final Comparator<Row> PREFERRED =
      Comparator.comparing(
          row -> (row.is(2, "P") ? 0 : 4) + (row.is(4, "PF") ? 0 : 2) + (row.is(6, "Y") ? 0 : 1));

  private final OntologyFilter filter;

  /** A reader of the concepts and names that the filter takes. */
  public UmlsReader(OntologyFilter filter) {
    this.filter = filter;
  }

  /** A row of a file. */
  private record Row(List<String> cells, long line) {
    String cell(int index) {
      return cells.get(index);
    }

    boolean is(int index, String value) {
      return cells.get(index).equals(value);
    }
  }

  /** A definition and the atom (AUI) that it is of. */
  private record Definition(String atom, String text) {}

  /** What takes rows. */
  @FunctionalInterface
  private interface Rows {
    void accept(Row row) throws FormatException;
  }

  @Override
  public Ledger read(Path file, Sink sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Map<String, List<Definition>> definitions = definitions(file);
    Map<String, Set<String>> types = types(file);
    Set<String> below = below(file);
    List<Row> group = new ArrayList<>();
    rows(
        file,
        18,
        row -> {
          if (!group.isEmpty() && !row.is(0, group.getFirst().cell(0))) {
            hand(file, group, definitions, types, below, ledger, sink);
            group.clear();
          }
          group.add(row);
        });
    if (group.isEmpty()) {
      throw new FormatException(file, 0, "no concept", "rows of MRCONSO", "nothing");
    }
    hand(file, group, definitions, types, below, ledger, sink);
    return ledger.build();
  }

  private void hand(
      Path file,
      List<Row> group,
      Map<String, List<Definition>> definitions,
      Map<String, Set<String>> types,
      Set<String> below,
      Ledger.Builder ledger,
      Sink sink)
      throws FormatException {
    String cui = group.getFirst().cell(0);
    Set<String> own = types.getOrDefault(cui, Set.of());
    boolean inBranch = below.contains(cui) || filter.takesTrees(own);
    if (!filter.takesTypes(own) || !inBranch) {
      ledger.skip("concept outside the semantic types and branches");
      return;
    }
    List<Row> taken = new ArrayList<>();
    for (Row row : group) {
      if (!row.is(16, "N") && !row.is(16, "")) {
        ledger.skip("suppressed name");
      } else if (!takesLanguage(row) || !filter.takesSource(row.cell(11))) {
        ledger.skip("name of another language or source");
      } else if (row.cell(14).isBlank()) {
        ledger.skip("name without text");
      } else {
        taken.add(row);
      }
    }
    if (taken.isEmpty()) {
      ledger.skip("concept without a name left");
      return;
    }
    long line = group.getFirst().line();
    ConceptId id;
    try {
      id = ConceptId.parse(cui);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file, line, "unreadable id", "a CUI such as C0000039", cui, e);
    }
    Row best = taken.stream().min(PREFERRED).orElseThrow();
    Set<ConceptName> names = new LinkedHashSet<>();
    names.add(new ConceptName(best.cell(14), NameKind.PREFERRED, false, best.cell(12)));
    for (Row row : taken) {
      if (!row.is(14, best.cell(14))) {
        names.add(new ConceptName(row.cell(14), NameKind.SYNONYM, false, row.cell(12)));
      }
    }
    sink.accept(
        new Concept(
            id,
            ConceptKind.DESCRIPTOR,
            List.copyOf(names),
            wanted(definitions.getOrDefault(cui, List.of()), group),
            List.of(),
            List.of(),
            List.of()),
        line);
    ledger.read();
  }

  /** A definition has no language; that of the atom that it is of counts. */
  private List<String> wanted(List<Definition> definitions, List<Row> group) {
    Set<String> foreign =
        group.stream()
            .filter(row -> !takesLanguage(row))
            .map(row -> row.cell(7))
            .collect(Collectors.toSet());
    return definitions.stream()
        .filter(definition -> !foreign.contains(definition.atom()))
        .map(Definition::text)
        .toList();
  }

  private boolean takesLanguage(Row row) {
    return filter.languages().isEmpty() || filter.languages().contains(row.cell(1));
  }

  private Map<String, List<Definition>> definitions(Path conso) throws IOException {
    Map<String, List<Definition>> definitions = new HashMap<>();
    Path file = beside(conso, "MRDEF.RRF");
    if (file != null) {
      rows(
          file,
          8,
          row -> {
            boolean hidden = row.is(6, "Y") || row.is(6, "O") || row.is(6, "E");
            if (filter.takesSource(row.cell(4)) && !hidden && !row.cell(5).isBlank()) {
              definitions
                  .computeIfAbsent(row.cell(0), _ -> new ArrayList<>())
                  .add(new Definition(row.cell(1), row.cell(5).strip()));
            }
          });
    }
    return definitions;
  }

  /** Each concept's semantic types: ids, tree numbers and names. */
  private Map<String, Set<String>> types(Path conso) throws IOException {
    Map<String, Set<String>> types = new HashMap<>();
    if (filter.semanticTypes().isEmpty() && filter.branches().isEmpty()) {
      return types;
    }
    Path file = beside(conso, "MRSTY.RRF");
    if (file == null) {
      throw new FormatException(
          conso, 0, "filter without semantic types", "MRSTY.RRF beside it", "no such file");
    }
    rows(
        file,
        6,
        row ->
            types
                .computeIfAbsent(row.cell(0), _ -> new HashSet<>())
                .addAll(row.cells().subList(1, 4)));
    return types;
  }

  private Set<String> below(Path conso) throws IOException {
    List<String> roots = filter.branches().stream().filter(b -> b.matches("C\\d{7}")).toList();
    Path file = beside(conso, "MRREL.RRF");
    if (!roots.isEmpty() && file == null) {
      throw new FormatException(
          conso, 0, "filter by concepts without relations", "MRREL.RRF beside it", "no such file");
    }
    Ancestors ancestors = new Ancestors();
    if (!roots.isEmpty()) {
      rows(
          file,
          16,
          row -> {
            // The relation is that of the second concept to the first.
            if (row.is(3, "PAR") && filter.takesSource(row.cell(10))) {
              ancestors.add(row.cell(0), row.cell(4));
            } else if (row.is(3, "CHD") && filter.takesSource(row.cell(10))) {
              ancestors.add(row.cell(4), row.cell(0));
            }
          });
    }
    return ancestors.below(roots);
  }

  private static Path beside(Path conso, String name) {
    for (String ending : List.of("", ".gz")) {
      Path file = conso.resolveSibling(name + ending);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }

  private static void rows(Path file, int columns, Rows rows) throws IOException {
    try (LineReader lines = new LineReader(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        List<String> cells = List.of(line.split("\\|", -1));
        if (cells.size() != columns + 1) {
          throw lines.fault(
              "not a row of Rich Release Format",
              columns + " columns, each followed by '|'",
              (cells.size() - 1) + ": '" + line + "'");
        }
        rows.accept(new Row(cells, lines.number()));
      }
    }
  }
}
