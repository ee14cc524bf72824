package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.evaluation.errors.ErrorAnalysis;
import org.hyperlinker.evaluation.errors.ErrorFiles;
import org.hyperlinker.evaluation.errors.ErrorReport;
import org.hyperlinker.evaluation.errors.ErrorTable;
import org.hyperlinker.evaluation.protocol.EvaluationFiles;
import org.hyperlinker.formats.corpus.Corpora;
import org.hyperlinker.formats.ontology.Ontologies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker errors}. */
@Command(
    name = "errors",
    header = "Sort wrong answers into classes, with examples.",
    description =
        "A wrong first candidate is too general, too specific, a sibling, in the same branch or"
            + " unrelated by the ontology's tree numbers; or the mention is an abbreviation, or"
            + " has no concept in the index.",
    footer = {
      "  hyperlinker errors mentions.full.jsonl --ontology runs/prepared/knowledge-base.jsonl.gz"
          + " \\",
      "      --corpus CDR_DevelopmentSet.PubTator.txt --json errors.json"
    })
final class ErrorsCommand extends Verb {

  @Parameters(paramLabel = "RESULTS", description = "What evaluate --mentions wrote.")
  Path results;

  @Option(
      names = "--ontology",
      required = true,
      paramLabel = "FILE",
      description = "The knowledge base, or another ontology file; repeatable.")
  List<Path> ontology;

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      description = "The corpus, to see which mentions its texts define as abbreviations.")
  Path corpus;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "5",
      description = "Examples of each class. Default: ${DEFAULT-VALUE}.")
  int examples;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the classes as JSON.")
  Path json;

  ErrorsCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    if (examples < 0) {
      throw misuse("--examples " + examples + ": expected 0 or more");
    }
    KnowledgeBase concepts = Ontologies.read(ontology).knowledgeBase();
    List<Document> documents = corpus == null ? List.of() : Corpora.read(corpus).documents();
    ErrorReport report =
        new ErrorAnalysis(concepts, documents, examples).of(EvaluationFiles.readMentions(results));
    say("%s", ErrorTable.text(report));
    if (json != null) {
      ErrorFiles.write(json, results.getFileName().toString(), report);
    }
  }
}
