package org.hyperlinker.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.server.metrics.ServerMetrics;
import org.hyperlinker.server.queue.LinkQueue;
import org.hyperlinker.server.system.Ontology;
import org.hyperlinker.server.system.Systems;

/** All that can be asked, as {@code openapi.json} describes it. */
public final class Api {

  /** The description of the interface, which a test holds against the endpoints. */
  private static final String DESCRIPTION = "/org/hyperlinker/server/openapi.json";

  private Api() {}

  /**
   * The endpoints.
   *
   * @param ontology definitions and hierarchy, if they are known
   * @param tokenNeeded whether requests carry a token
   */
  public static List<Endpoint> of(
      Systems systems,
      LinkQueue queue,
      Optional<Ontology> ontology,
      ServerMetrics metrics,
      Traffic traffic,
      Duration limit,
      boolean tokenNeeded) {
    return List.of(
        Endpoint.get("/v1/systems", new SystemsAction(systems)),
        Endpoint.post("/v1/link", new LinkAction(systems, queue, limit)),
        Endpoint.post("/v1/search", new SearchAction(systems, queue, limit)),
        Endpoint.post("/v1/explain", new ExplainAction(systems, limit)),
        Endpoint.get("/v1/concepts/{id}", new ConceptAction(systems, ontology)),
        Endpoint.post("/v1/admin/reload", new ReloadAction(systems, tokenNeeded)),
        Endpoint.get(
            "/metrics",
            _ ->
                Reply.text(
                    "text/plain; version=0.0.4; charset=utf-8", metrics.scrape(systems.all()))),
        Endpoint.get("/health", _ -> Reply.json(Health.up())).open(),
        Endpoint.get("/ready", _ -> Health.ready(traffic)).open(),
        Endpoint.get("/openapi.json", _ -> Reply.of(Call.JSON, description())).open());
  }

  static byte[] description() {
    try (InputStream stream = Api.class.getResourceAsStream(DESCRIPTION)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
