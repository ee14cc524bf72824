package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.core.concurrent.Beside;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.formats.corpus.CorpusFormat;
import org.hyperlinker.formats.corpus.DocumentWriter;
import org.hyperlinker.formats.corpus.Predictions;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.detection.IndexDetector;
import org.hyperlinker.model.encoding.CachingModel;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker link}. */
@Command(
    name = "link",
    header = "Link mentions in a sentence or in a corpus to concepts.",
    description =
        "Without --model and --index the bundled ones link. Mentions in --text are named by offsets"
            + " or by their words (each occurrence counts); mentions in a file are those it marks."
            + " Where none is named, or marked in any document, they are found by the tagger beside"
            + " the index or, without one, by its names. A file is read twice, first to see whether"
            + " it is sound and marked, and its documents pass a few at a time, however many there"
            + " are. Scores are comparable only within a mention; probabilities, which need a"
            + " calibration, between mentions. The graph is searched, which scores less than a row"
            + " of a hundred and finds nearly what the exact search finds; --search exact scores"
            + " every row.",
    footer = {
      "  hyperlinker link --text \"Lidocaine-induced cardiac asystole.\"",
      "  hyperlinker link --text \"Lidocaine-induced cardiac asystole.\" --mention Lidocaine",
      "  hyperlinker link --model runs/demo/run/model --index runs/demo/index" + " \\",
      "      --text \"Lidocaine-induced cardiac asystole.\" --mention Lidocaine"
          + " --mention \"cardiac asystole\"",
      "  hyperlinker link --model runs/demo/run/model --index runs/demo/index" + " \\",
      "      --text \"Lidocaine-induced cardiac asystole.\" --span 0:9 --top 5 --json",
      "  hyperlinker link --model runs/demo/run/model --index runs/demo/index"
          + " abstracts.PubTator.txt --json",
      "  hyperlinker link corpus.bioc.xml --format brat --out linked"
    })
final class LinkCommand extends Verb {

  private static final int DOCUMENTS_AT_ONCE = 16;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "Documents, with marked mentions or without, in any corpus format, also .gz; a folder; or"
              + " - for standard input, where plain text needs --from text.")
  Path file;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "Of the FILE, if its content does not tell: ${COMPLETION-CANDIDATES}.")
  CorpusFormat from;

  @Mixin SystemOptions system;

  @Option(names = "--text", paramLabel = "TEXT", description = "A sentence, in place of a file.")
  String text;

  @Option(
      names = "--span",
      paramLabel = "START:END",
      description =
          "A mention in --text: first character and one past the last, from 0, in code points as in"
              + " corpus files.")
  List<String> spans = List.of();

  @Option(
      names = "--mention",
      paramLabel = "WORDS",
      description = "A mention in --text by its words.")
  List<String> mentions = List.of();

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "5",
      description = "Concepts for each mention. Default: ${DEFAULT-VALUE}.")
  int top;

  @Option(
      names = "--json",
      description =
          "One JSON object a mention and line, not a table; spans in code points of the document,"
              + " as in corpus files.")
  boolean json;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Write the FILE with its links as concepts, to --out, in this format:"
              + " ${COMPLETION-CANDIDATES}.")
  CorpusFormat format;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description = "Where --format writes: a file; a folder for brat and text.")
  Path out;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Mixin SearchOptions search;

  @Mixin EvidenceOptions evidence;

  @Mixin DetectionOptions detection;

  @Mixin ConfidenceOptions confidence;

  LinkCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    SystemOptions.Opened served = system.directories(this);
    SearchStrategy strategy = usage(() -> search.strategy("graph"));
    LinkingOptions.Evidences evidences = evidence.evidences(served.index());
    LinkingOptions options = usage(() -> new LinkingOptions(top, threads, strategy, evidences));
    Optional<ConfidenceOptions.Found> found =
        confidence.calibration(served.index(), served.model());
    double least = usage(() -> confidence.least(found.map(ConfidenceOptions.Found::calibration)));
    Optional<DocumentWriter> writer = writer();
    noteScoring(strategy);
    LinkPrinter printer = json ? LinkPrinter.json(least) : LinkPrinter.table(least);
    try (LinkInput input = input();
        Beside<EmbeddingIndex> opening =
            Beside.begin(
                "open-index", () -> EmbeddingIndex.open(served.index()), EmbeddingIndex::close);
        LinkingModel opened =
            new CachingModel(
                serving.runtime.open(served.model(), threads), CachingModel.DEFAULT_BYTES);
        EmbeddingIndex rows = opening.get();
        IndexDetector detector = detection.detector(this, rows, threads);
        EntityLinker linker =
            EntityLinker.of(opened, rows, options, holding(found, opened, rows, evidences))
                .detecting(detector);
        ProgressDisplay progress = session.progress()) {
      if (writer.isPresent()) {
        Iterable<Document> linked =
            () ->
                batches(input, linker, progress)
                    .flatMap(batch -> linked(batch, linker.link(batch), least))
                    .iterator();
        session.console().note(writer.get().write(out, linked).writtenSummary());
      } else {
        batches(input, linker, progress)
            .forEach(batch -> print(batch, linker.link(batch), printer));
      }
      progress.report("link documents", input.size(), input.size());
    }
  }

  /**
   * Some documents at a time; what is behind a batch is reported as done. Where no mention is named
   * or marked in any of them, with those that are found.
   */
  private static Stream<List<Document>> batches(
      LinkInput input, EntityLinker linker, ProgressDisplay progress) {
    AtomicLong done = new AtomicLong();
    return input
        .documents()
        .gather(Gatherers.windowFixed(DOCUMENTS_AT_ONCE))
        .map(
            some -> {
              progress.report("link documents", done.getAndAdd(some.size()), input.size());
              return input.marked() ? some : some.stream().map(linker.detector()::mark).toList();
            });
  }

  private void print(List<Document> batch, List<Link> links, LinkPrinter printer) {
    int next = 0;
    for (Document document : batch) {
      for (Mention _ : (Iterable<Mention>) document.mentions()::iterator) {
        printer.print(document, links.get(next++), session.console().out());
      }
    }
  }

  private static Stream<Document> linked(List<Document> batch, List<Link> links, double least) {
    List<Document> linked = new ArrayList<>();
    int next = 0;
    for (Document document : batch) {
      int end = next + (int) document.mentions().count();
      linked.add(Predictions.in(document, links.subList(next, end), least));
      next = end;
    }
    return linked.stream();
  }

  private Optional<DocumentWriter> writer() {
    if ((format == null) != (out == null)) {
      throw misuse("--format and --out belong together: a format, and where to write it");
    }
    if (format != null && json) {
      throw misuse("give either --json or --format");
    }
    return format == null ? Optional.empty() : Optional.of(usage(format::writer));
  }

  private Optional<Calibration> holding(
      Optional<ConfidenceOptions.Found> found,
      LinkingModel opened,
      EmbeddingIndex rows,
      LinkingOptions.Evidences evidences) {
    return found.isEmpty()
        ? Optional.empty()
        : confidence.holding(found, EntityLinker.conditions(opened, rows, evidences), session);
  }

  private LinkInput input() throws IOException {
    if ((text == null) == (file == null)) {
      throw misuse("give either --text, or a FILE");
    }
    if (file == null) {
      if (from != null) {
        throw misuse("--from is the format of a FILE; --text is plain text");
      }
      return LinkInput.of(sentence());
    }
    if (!spans.isEmpty() || !mentions.isEmpty()) {
      throw misuse("--span and --mention belong to --text; the mentions of a FILE are its own");
    }
    LinkInput input = LinkInput.of(file, Optional.ofNullable(from));
    input.ledger().ifPresent(this::noteSkipped);
    if (input.marked() && input.unmarked() > 0) {
      session
          .console()
          .note(
              file
                  + ": of "
                  + input.size()
                  + " documents, "
                  + input.unmarked()
                  + " without marked mentions left as they are; mentions are found only where no"
                  + " document has any");
    }
    return input;
  }

  private Document sentence() {
    List<Mention> found = new ArrayList<>();
    spans.forEach(span -> found.add(at(span)));
    mentions.forEach(words -> found.addAll(occurrences(words)));
    return new Document(
        "text", List.of(new Passage("", 0, text, found, Map.of())), List.of(), Map.of());
  }

  private Mention at(String written) {
    String[] ends = written.split(":", -1);
    try {
      Span span = new Span(unit(ends[0]), unit(ends[1]));
      return Mention.at(span, text.substring(span.start(), span.end()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw misuse(
          "--span "
              + written
              + ": expected START:END within the text's 0:"
              + text.codePointCount(0, text.length())
              + ", such as 0:9");
    } catch (IllegalArgumentException e) {
      throw misuse("--span " + written + ": " + e.getMessage());
    }
  }

  /** The UTF-16 unit at which a code point begins. */
  private int unit(String codePoint) {
    return text.offsetByCodePoints(0, Integer.parseInt(codePoint));
  }

  private List<Mention> occurrences(String words) {
    List<Mention> found = new ArrayList<>();
    if (!words.isBlank()) {
      for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
        found.add(Mention.at(new Span(at, at + words.length()), words));
      }
    }
    if (found.isEmpty()) {
      throw misuse("--mention '" + words + "' does not stand in the text; check its spelling");
    }
    return found;
  }
}
