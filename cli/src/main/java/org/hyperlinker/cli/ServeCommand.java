package org.hyperlinker.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.cli.console.EndSignals;
import org.hyperlinker.formats.ontology.Ontologies;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.model.encoding.CachingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;
import org.hyperlinker.server.LinkServer;
import org.hyperlinker.server.ServerSettings;
import org.hyperlinker.server.system.Ontology;
import org.hyperlinker.server.system.ServedSystem;
import org.hyperlinker.server.system.SystemPlace;
import org.hyperlinker.server.system.Systems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker serve}. */
@Command(
    name = "serve",
    header = "Link over HTTP, with a page to look at links and correct them.",
    description =
        "Without --system the bundled model serves. Listens to this machine only, unless --host"
            + " says otherwise; then give a token too. Ends with Ctrl-C or SIGTERM, once the"
            + " requests it took are answered. /openapi.json describes what can be asked.",
    footer = {
      "  hyperlinker serve",
      "  hyperlinker serve --ontology desc2015.xml.gz --ontology supp2015.xml.gz",
      "  hyperlinker serve --system q-net=runs/names/model,runs/names/index \\",
      "      --system bi-encoder=runs/bi/model,runs/bi/index --port 9000",
      "  curl -H 'Content-Type: application/json' -d '{\"text\": \"Heart attack after"
          + " lidocaine.\"}' \\",
      "      http://127.0.0.1:8080/v1/link"
    })
final class ServeCommand extends Verb {

  private static final long LOOK_AGAIN_MS = 100;

  @Option(
      names = "--system",
      paramLabel = "NAME=MODEL,INDEX",
      description =
          "A model with an index built with it; may be repeated, the first is asked by default."
              + " Default: bundled.")
  List<String> systems = List.of();

  @Option(
      names = "--ontology",
      paramLabel = "FILE",
      description =
          "Definitions, synonyms and places of concepts for the page; may be repeated. The index"
              + " has names only.")
  List<Path> ontology = List.of();

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Where to listen; 0.0.0.0 is everywhere. Default: ${DEFAULT-VALUE}.")
  String host;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "0 for any that is free. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Its first line is the token that requests must carry. HYPERLINKER_TOKEN does the same.")
  Path tokenFile;

  /** A body is an array of bytes. */
  private static final int MOST_MEGABYTES = Integer.MAX_VALUE / 1_000_000;

  @Option(
      names = "--max-body",
      paramLabel = "MB",
      defaultValue = "10",
      description = "The largest body that is read. Default: ${DEFAULT-VALUE}.")
  int maxBody;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "After it a request is given up. Default: ${DEFAULT-VALUE}.")
  int timeout;

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "1024",
      description =
          "Documents that may wait; beyond it requests are answered with 429. Default:"
              + " ${DEFAULT-VALUE}.")
  int queue;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Mixin SearchOptions search;

  @Mixin EvidenceOptions evidence;

  @Option(
      names = "--no-tagger",
      description = "Find mentions by the names of the index alone, even where it has a tagger.")
  boolean noTagger;

  ServeCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws Exception {
    if (maxBody < 1 || maxBody > MOST_MEGABYTES) {
      throw misuse("--max-body is 1 to " + MOST_MEGABYTES + " (MB), found " + maxBody);
    }
    SearchStrategy strategy = usage(() -> search.strategy("graph"));
    noteScoring(strategy);
    Optional<String> token = token();
    ServerSettings settings =
        usage(
            () ->
                new ServerSettings(
                    host,
                    port,
                    token,
                    maxBody * 1_000_000,
                    Duration.ofSeconds(timeout),
                    ServerSettings.DEFAULTS.idle(),
                    queue,
                    // What was taken ends by itself: its body and its linking have a limit each.
                    Duration.ofSeconds(2L * timeout)));
    if (session.interruption().listens()) {
      EndSignals.take(session.interruption()::request);
    }
    Optional<Ontology> known =
        ontology.isEmpty()
            ? Optional.empty()
            : Optional.of(new Ontology(Ontologies.read(ontology).knowledgeBase()));
    Systems opened = new Systems(places(), (model, index) -> open(model, index, strategy));
    try (LinkServer server = started(opened, known, settings)) {
      if (token.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress()) {
        session
            .console()
            .note("anyone who reaches " + host + " can link; give a token with --token-file");
      }
      say("listening at http://%s:%d", host, server.port());
      while (!session.interruption().requested()) {
        Thread.sleep(LOOK_AGAIN_MS);
      }
    } catch (InterruptedException e) {
      // Asked to end, which the server has done by now.
    }
    session.console().note("ended; the requests that were taken are answered");
  }

  private static LinkServer started(
      Systems systems, Optional<Ontology> ontology, ServerSettings settings) throws IOException {
    try {
      return LinkServer.start(systems, ontology, settings);
    } catch (IOException | RuntimeException e) {
      systems.close();
      throw e;
    }
  }

  private List<SystemPlace> places() throws IOException {
    if (systems.isEmpty()) {
      SystemOptions.Opened bundled = SystemOptions.Opened.bundled();
      return List.of(new SystemPlace("bundled", bundled.model(), bundled.index()));
    }
    List<SystemPlace> places = new ArrayList<>();
    for (String written : systems) {
      NamedSystem named = usage(() -> NamedSystem.parse(written));
      places.add(new SystemPlace(named.name(), named.model(), named.index()));
    }
    return places;
  }

  private ServedSystem open(Path model, Path index, SearchStrategy strategy) throws IOException {
    LinkingOptions asked =
        new LinkingOptions(
            LinkingOptions.DEFAULT_TOP_K, threads, strategy, evidence.evidences(index));
    LinkingOptions options = noTagger ? asked.withoutTagger() : asked;
    CachingModel opened =
        new CachingModel(serving.runtime.open(model, threads), CachingModel.DEFAULT_BYTES);
    EmbeddingIndex rows = null;
    try {
      rows = EmbeddingIndex.open(index);
      Optional<Calibration> calibration =
          ConfidenceOptions.holding(
              index, EntityLinker.conditions(opened, rows, options.evidence()), session);
      EntityLinker linker = EntityLinker.of(opened, rows, options, calibration);
      // What finds mentions is made at its first use, and code is slow at first; not for a request.
      linker.linkText(rows.row(0).name());
      return new ServedSystem(opened, rows, linker, calibration.isPresent());
    } catch (IOException | RuntimeException e) {
      if (rows != null) {
        rows.close();
      }
      opened.close();
      throw e;
    }
  }

  private Optional<String> token() throws IOException {
    if (tokenFile == null) {
      return Optional.ofNullable(System.getenv("HYPERLINKER_TOKEN"));
    }
    String first = Files.readString(tokenFile).lines().findFirst().orElse("").strip();
    if (first.isEmpty()) {
      throw misuse("--token-file " + tokenFile + ": expected a token in its first line");
    }
    return Optional.of(first);
  }
}
