package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.linking.hybrid.HybridFile;
import picocli.CommandLine.Option;

/** The options that switch off what counts beside the model's scores of the ontology's names. */
final class EvidenceOptions {

  @Option(
      names = "--no-abbreviations",
      description = "Leave abbreviations as written, even where the document defines them.")
  boolean noAbbreviations;

  @Option(
      names = "--without-memory",
      description = "Do as if the index had no rows for training mentions.")
  boolean withoutMemory;

  @Option(
      names = "--no-hybrid",
      description =
          "Rank by the model's score alone, even where the index has a " + HybridFile.NAME + ".")
  boolean noHybrid;

  /** What counts, with the rule that lies in the index unless it is switched off. */
  LinkingOptions.Evidences evidences(Path index) throws IOException {
    return new LinkingOptions.Evidences(
        !noAbbreviations, !withoutMemory, noHybrid ? Optional.empty() : HybridFile.find(index));
  }
}
