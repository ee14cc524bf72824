package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.formats.corpus.Corpora;
import org.hyperlinker.formats.corpus.CorpusFile;
import org.hyperlinker.formats.ontology.Ontologies;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.GraphSettings;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexContents;
import org.hyperlinker.search.index.IndexMetadata;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.IndexSource;
import org.hyperlinker.search.index.RowKind;
import org.hyperlinker.search.update.IndexUpdate;
import org.hyperlinker.search.update.NewOntology;
import org.hyperlinker.search.update.UpdateReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker index}. */
@Command(
    name = "index",
    header = "Encode an ontology's names with a model into an index directory.",
    description =
        "The index remembers its model and its ontology and is refused when opened with another"
            + " model. A new version appears whole or not at all, while those who have the old one"
            + " open keep it. With --check an index is compared with its checksums instead.",
    footer = {
      "  hyperlinker index --model runs/study-hypencoder/model \\",
      "      --ontology runs/prepared/knowledge-base.jsonl.gz --out runs/study-hypencoder/index",
      "  hyperlinker index --model runs/study-biencoder/model --ontology desc2015.xml.gz \\",
      "      --ontology supp2015.xml.gz --rows concept --out runs/study-biencoder/index",
      "  hyperlinker index --model runs/compact-hypencoder/model \\",
      "      --ontology runs/prepared/knowledge-base.jsonl.gz \\",
      "      --memory CDR_TrainingSet.PubTator.txt --out runs/compact-hypencoder/index",
      "  hyperlinker index --update --model runs/study-hypencoder/model \\",
      "      --ontology desc2016.xml --ontology supp2016.xml --report changes.json \\",
      "      --out runs/study-hypencoder/index",
      "  hyperlinker index --check runs/study-hypencoder/index"
    })
final class IndexCommand extends Verb {

  @Option(names = "--model", paramLabel = "DIR", description = "A trained model's directory.")
  Path model;

  @Option(
      names = {"--ontology", "--knowledge-base"},
      paramLabel = "FILE",
      description =
          "MeSH XML, OBO, OWL, UMLS (its MRCONSO.RRF), a table (.csv, .tsv) or a prepared knowledge"
              + " base, also .gz; may be repeated.")
  List<Path> ontologies = List.of();

  @Mixin FilterOptions filters;

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
      names = "--memory",
      paramLabel = "FILE",
      description =
          "Rows also for the mentions of this training corpus, marked and counted, as far as the"
              + " ontology has their concept; link and evaluate leave them out with"
              + " --without-memory.")
  Path memory;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "64",
      description = "Names encoded together. Default: ${DEFAULT-VALUE}.")
  int batch;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--storage",
      paramLabel = "TYPE",
      description =
          "How the embeddings of the exact search are stored: float32, float16 or int8. Default:"
              + " float16; a compact index has int8 only.")
  ItemStorage storage;

  @Option(
      names = "--compact",
      description =
          "Store the embeddings once, a byte a coordinate, for the graph and the exact search"
              + " alike: about a sixth of the size. The first exact search then lays them out in"
              + " memory.")
  boolean compact;

  @Option(
      names = "--graph-links",
      paramLabel = "M",
      defaultValue = "32",
      description = "Links of a node of the graph. Default: ${DEFAULT-VALUE}.")
  int graphLinks;

  @Option(
      names = "--graph-beam",
      paramLabel = "N",
      defaultValue = "128",
      description = "Candidates for the links of a new node. Default: ${DEFAULT-VALUE}.")
  int graphBeam;

  @Option(
      names = "--neighbours",
      paramLabel = "K",
      defaultValue = "0",
      description =
          "Also store the exact nearest K rows of each row, for --search greedy; compares every"
              + " row with every other. Default: none.")
  int neighbours;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
  Path out;

  @Mixin UpdateOptions update;

  @Option(
      names = "--check",
      paramLabel = "INDEX",
      description = "Compare every byte of this index with its checksums, and build nothing.")
  Path check;

  IndexCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    if (check != null) {
      IndexMetadata sound = EmbeddingIndex.check(check);
      long opening = System.nanoTime();
      EmbeddingIndex.open(check).close();
      say(
          "%s: %,d rows for %,d concepts, %d files, all as they were written; opens in %.0f ms",
          check,
          sound.rows(),
          sound.concepts(),
          sound.files().size() + 1,
          (System.nanoTime() - opening) / 1e6);
      return;
    }
    if (model == null || ontologies.isEmpty() || out == null) {
      throw misuse("an index needs --model, --ontology and --out (or --check INDEX)");
    }
    update.check(this);
    if (update.update) {
      update();
      return;
    }
    IndexSettings settings = usage(this::settings);
    IndexSource source =
        new IndexSource(
            Ontologies.read(ontologies, filters.filter()).knowledgeBase(), memory(), provenance());
    long started = System.nanoTime();
    IndexMetadata built;
    try (LinkingModel opened = serving.runtime.open(model, threads);
        ProgressDisplay progress = session.progress()) {
      built = IndexBuilder.build(opened, source, settings, out, progress::report);
    }
    say(
        "%s: %,d rows for %,d concepts, width %d, in %.0f s",
        out,
        built.rows(),
        built.concepts(),
        built.dimension(),
        (System.nanoTime() - started) / 1e9);
  }

  private void update() throws IOException {
    NewOntology ontology =
        update.ontology(
            Ontologies.read(ontologies, filters.filter()),
            memory == null ? Optional.empty() : Optional.of(memory()),
            provenance());
    long started = System.nanoTime();
    UpdateReport done;
    try (LinkingModel opened = serving.runtime.open(model, threads);
        ProgressDisplay progress = session.progress()) {
      done = IndexUpdate.update(opened, out, ontology, batch, threads, progress::report);
    }
    update.tell(this, out, done, (System.nanoTime() - started) / 1e9);
  }

  private IndexSettings settings() {
    ItemStorage usual = compact ? ItemStorage.INT8 : IndexContents.DEFAULT_STORAGE;
    return new IndexSettings(
        new IndexContents(
            rows,
            !permuted,
            storage == null ? usual : storage,
            new GraphSettings(graphLinks, graphBeam),
            neighbours,
            compact),
        batch,
        threads);
  }

  private MentionMemory memory() throws IOException {
    if (memory == null) {
      return MentionMemory.NONE;
    }
    CorpusFile read = Corpora.read(memory);
    noteSkipped(read.ledger());
    return MentionMemory.of(read.documents());
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
    if (!filters.inWords().isEmpty()) {
      provenance.put("ontology_filter", filters.inWords());
    }
    if (memory != null) {
      provenance.put("memory_file", memory.getFileName().toString());
      provenance.put("memory_sha256", Sha256.of(memory));
    }
    provenance.put("hyperlinker_version", Version.NUMBER);
    provenance.put(IndexUpdate.RUNTIME, serving.runtime.of(model).toString());
    provenance.put("java_version", Runtime.version().toString());
    return provenance;
  }
}
