package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.ontology.Ontologies;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexMetadata;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.RowKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker index}. */
@Command(
    name = "index",
    header = "Encode an ontology's names with a model into an index directory.",
    description =
        "The index remembers its model and its ontology and is refused when opened with another"
            + " model. It appears whole or not at all.",
    footer = {
      "  hyperlinker index --model runs/study-hypencoder/model \\",
      "      --ontology runs/prepared/knowledge-base.jsonl.gz --out runs/study-hypencoder/index",
      "  hyperlinker index --model runs/study-biencoder/model --ontology desc2015.xml.gz \\",
      "      --ontology supp2015.xml.gz --rows concept --out runs/study-biencoder/index"
    })
final class IndexCommand extends Verb {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "A trained model's directory.")
  Path model;

  @Option(
      names = {"--ontology", "--knowledge-base"},
      required = true,
      paramLabel = "FILE",
      description = "An ontology file or a prepared knowledge base; may be repeated.")
  List<Path> ontologies;

  @Option(
      names = "--rows",
      paramLabel = "WHAT",
      defaultValue = "name",
      description =
          "A row for each name, or for each concept by its preferred name (the study's way)."
              + " Default: ${DEFAULT-VALUE}.")
  RowKind rows;

  @Option(
      names = "--permuted-names",
      description = "Rows also for inversions such as 'Infarction, Myocardial'.")
  boolean permuted;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "64",
      description = "Names encoded together. Default: ${DEFAULT-VALUE}.")
  int batch;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  Path out;

  IndexCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    IndexSettings settings = usage(() -> new IndexSettings(rows, !permuted, batch));
    KnowledgeBase knowledgeBase = Ontologies.read(ontologies).knowledgeBase();
    long started = System.nanoTime();
    IndexMetadata built;
    try (LinkingModel opened = serving.runtime.open(model, threads);
        ProgressDisplay progress = session.progress()) {
      built =
          IndexBuilder.build(
              opened,
              knowledgeBase,
              settings,
              provenance(),
              out,
              (done, total) -> progress.report("index", done, total));
    }
    say(
        "%s: %,d rows for %,d concepts, width %d, in %.0f s",
        out,
        built.rows(),
        built.concepts(),
        built.dimension(),
        (System.nanoTime() - started) / 1e9);
  }

  private SortedMap<String, String> provenance() throws IOException {
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put(
        "ontology_files",
        ontologies.stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.joining(" ")));
    StringBuilder digests = new StringBuilder();
    for (Path file : ontologies) {
      digests.append(digests.isEmpty() ? "" : " ").append(Sha256.of(file));
    }
    provenance.put("ontology_sha256", digests.toString());
    provenance.put("hyperlinker_version", Version.NUMBER);
    provenance.put("runtime", serving.runtime.of(model).toString());
    provenance.put("java_version", Runtime.version().toString());
    return provenance;
  }
}
