package org.hyperlinker.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.preparation.fetch.DataSet;
import org.hyperlinker.preparation.fetch.FetchOptions;
import org.hyperlinker.preparation.fetch.FetchedFile;
import org.hyperlinker.preparation.fetch.Fetcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker fetch}. */
@Command(
    name = "fetch",
    header = "Fetch the corpus and the ontology from their official addresses.",
    description =
        "A broken download is continued by the next run. The SHA-256 of each file is recorded in"
            + " SHA256SUMS beside the files and checked by every later run; archives are unpacked.",
    footer = {
      "  hyperlinker fetch bc5cdr mesh2015 --to data",
      "  hyperlinker fetch mesh2015 --to data --mirror http://mirror.example/nlm"
    })
final class FetchCommand extends Verb {

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "What to fetch: bc5cdr (BioCreative V CDR corpus), mesh2015 (MeSH 2015 XML).")
  List<String> names;

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "Where to.")
  Path directory;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description = "Another server that keeps the paths of the official ones.")
  URI mirror;

  @Option(
      names = "--sha256",
      paramLabel = "FILE=HEX",
      description = "The digest that a file must have; may be repeated.")
  Map<String, String> digests = Map.of();

  FetchCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException, InterruptedException {
    List<DataSet> sets = usage(() -> names.stream().map(DataSet::of).toList());
    FetchOptions plain = usage(() -> FetchOptions.of(sets, directory).withSha256(digests));
    FetchOptions options = mirror == null ? plain : usage(() -> plain.withMirror(mirror));
    session.interruption().leaves("the same command continues the download");
    List<FetchedFile> fetched;
    try (ProgressDisplay progress = session.progress()) {
      fetched = new Fetcher(options, progress::report).fetch();
    }
    for (FetchedFile file : fetched) {
      String how =
          switch (file.outcome()) {
            case ALREADY_THERE -> "was there already";
            case FETCHED -> "fetched";
            case RESUMED -> "continued and completed";
          };
      say("%s: %s, %,d bytes, SHA-256 %s", file.file(), how, file.bytes(), file.sha256());
      file.unpacked().ifPresent(folder -> say("  unpacked to %s", folder));
    }
  }
}
