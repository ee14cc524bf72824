package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.CorpusFormat;
import org.hyperlinker.formats.corpus.DocumentStream;
import org.hyperlinker.formats.corpus.DocumentWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker convert}. */
@Command(
    name = "convert",
    header = "Write a corpus in another format.",
    description =
        "Reads a file, a folder or standard input (-), gzipped or plain, and finds its format out."
            + " Documents pass one by one, however many there are. Mentions keep their places. What"
            + " the other format has no room for is left out and counted.",
    footer = {
      "  hyperlinker convert corpus.PubTator.txt corpus.bioc.json.gz",
      "  hyperlinker convert corpus.bioc.xml brat --to brat",
      "  hyperlinker convert pubmed25n0001.xml.gz abstracts.PubTator.txt",
      "  zcat notes.txt.gz | hyperlinker convert - notes.jsonl --from text"
    })
final class ConvertCommand extends Verb {

  @Parameters(index = "0", paramLabel = "IN", description = "A file, a folder, or - .")
  Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "A file; a folder for brat and text.")
  Path out;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "Of IN, if its content does not tell: ${COMPLETION-CANDIDATES}.")
  CorpusFormat from;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "Of OUT. Default: what its name says.")
  CorpusFormat to;

  ConvertCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    DocumentWriter writer = usage(() -> (to == null ? CorpusFormat.ofName(out) : to).writer());
    try (DocumentStream documents = DocumentStream.open(in, Optional.ofNullable(from));
        ProgressDisplay progress = session.progress()) {
      Ledger written = writer.write(out, new Counted<>(documents, "convert documents", progress));
      say("%s", documents.ledger().summary());
      say("%s", written.writtenSummary());
    }
  }
}
