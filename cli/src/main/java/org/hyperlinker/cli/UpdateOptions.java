package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.ontology.IdMap;
import org.hyperlinker.formats.ontology.OntologyFiles;
import org.hyperlinker.search.update.ConceptMove;
import org.hyperlinker.search.update.NewOntology;
import org.hyperlinker.search.update.OntologyChanges;
import org.hyperlinker.search.update.UpdateReport;
import org.hyperlinker.search.update.UpdateReportFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** What {@code index --update} needs beside the options of {@code index}. */
final class UpdateOptions {

  /** What an index keeps when its ontology changes. */
  private static final List<String> KEPT =
      List.of(
          "--rows",
          "--permuted-names",
          "--storage",
          "--compact",
          "--graph-links",
          "--graph-beam",
          "--neighbours");

  private static final int SHOWN = 5;

  @Option(
      names = "--update",
      description =
          "Bring the index at --out to this version of its ontology: names that had a row keep"
              + " their embedding, training mentions move with their concepts, and what appeared,"
              + " moved and vanished is listed. The index keeps its rows, storage and graph.")
  boolean update;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description =
          "With --update: old and new ids, 'old<tab>new' a line, for what the ontology itself does"
              + " not say.")
  Path map;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "With --update: write everything that changed as JSON.")
  Path report;

  /** Complains about options that do not go together. */
  void check(Verb verb) {
    if (!update && (map != null || report != null)) {
      throw verb.misuse("--map and --report belong to --update");
    }
    ParseResult given = verb.spec.commandLine().getParseResult();
    for (String option : KEPT) {
      if (update && given.hasMatchedOption(option)) {
        throw verb.misuse(
            option
                + " is a matter of building: an updated index keeps it; build a new one instead");
      }
    }
  }

  NewOntology ontology(
      OntologyFiles files, Optional<MentionMemory> memory, SortedMap<String, String> provenance)
      throws IOException {
    Map<ConceptId, ConceptId> given = Map.of();
    if (map != null) {
      given = IdMap.read(map);
      provenance.put("id_map_file", map.getFileName().toString());
      provenance.put("id_map_sha256", Sha256.of(map));
    }
    return new NewOntology(files.knowledgeBase(), given, files.replacements(), memory, provenance);
  }

  /** Says what changed, and writes it where a report is asked for. */
  void tell(Verb verb, Path index, UpdateReport done, double seconds) throws IOException {
    verb.say(
        "%s: %,d rows for %,d concepts, %,d kept their embedding, %,d encoded, in %.0f s",
        index, done.after().rows(), done.after().concepts(), done.kept(), done.encoded(), seconds);
    OntologyChanges changes = done.changes();
    verb.say(
        "appeared %,d, moved %,d, vanished %,d, renamed %,d; names now of another concept %,d",
        changes.appeared().size(),
        changes.moved().size(),
        changes.vanished().size(),
        changes.renamed().size(),
        changes.namesMoved().size());
    for (ConceptMove move : changes.moved().subList(0, Math.min(SHOWN, changes.moved().size()))) {
      verb.say("  %s %s is now %s %s", move.from(), move.name(), move.to(), move.nameNow());
    }
    for (OntologyChanges.Named gone :
        changes.vanished().subList(0, Math.min(SHOWN, changes.vanished().size()))) {
      verb.say("  %s %s is gone", gone.concept(), gone.name());
    }
    if (report != null) {
      UpdateReportFile.write(report, done);
      verb.say("all of it: %s", report);
    }
  }
}
