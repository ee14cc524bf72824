package org.hyperlinker.cli;

import java.util.Set;
import java.util.TreeSet;
import org.hyperlinker.formats.ontology.OntologyFilter;
import picocli.CommandLine.Option;

/** Which part of an ontology is read. */
final class FilterOptions {

  @Option(
      names = "--semantic-type",
      paramLabel = "TYPE",
      description =
          "Only concepts of this semantic type, by id or name (UMLS, tables); may be repeated.")
  Set<String> types = Set.of();

  @Option(
      names = "--branch",
      paramLabel = "PLACE",
      description =
          "Only concepts at or below this tree number (MeSH, tables, UMLS semantic types) or"
              + " concept (OBO, UMLS); may be repeated.")
  Set<String> branches = Set.of();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Only names in this language (UMLS); may be repeated. Default: ENG.")
  Set<String> languages = OntologyFilter.NONE.languages();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "Only names and definitions of this source (UMLS), such as SNOMEDCT_US; may be repeated.")
  Set<String> sources = Set.of();

  /** What was asked for. */
  OntologyFilter filter() {
    return new OntologyFilter(types, branches, languages, sources);
  }

  /** The filter in words, for the record of where an index comes from; empty for none. */
  String inWords() {
    return filter().equals(OntologyFilter.NONE)
        ? ""
        : "types "
            + new TreeSet<>(types)
            + " branches "
            + new TreeSet<>(branches)
            + " languages "
            + new TreeSet<>(languages)
            + " sources "
            + new TreeSet<>(sources);
  }
}
