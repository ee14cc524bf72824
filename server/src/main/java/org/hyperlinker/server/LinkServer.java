package org.hyperlinker.server;

import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hyperlinker.server.http.Api;
import org.hyperlinker.server.http.Endpoint;
import org.hyperlinker.server.http.Routes;
import org.hyperlinker.server.http.Traffic;
import org.hyperlinker.server.metrics.ServerMetrics;
import org.hyperlinker.server.queue.LinkQueue;
import org.hyperlinker.server.system.Ontology;
import org.hyperlinker.server.system.Systems;

/**
 * A server that links over HTTP. Each request has a virtual thread; one thread links the documents
 * of all. Closing it finishes the requests that it took, then closes its systems.
 */
public final class LinkServer implements AutoCloseable {

  private final Systems systems;
  private final ServerSettings settings;
  private final LinkQueue queue;
  private final Traffic traffic = new Traffic();
  private final WebServer web;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LinkServer(Systems systems, Optional<Ontology> ontology, ServerSettings settings)
      throws UnknownHostException {
    // First, as it may fail, and the queue has a thread.
    InetAddress address = InetAddress.getByName(settings.host());
    this.systems = systems;
    this.settings = settings;
    ServerMetrics metrics = new ServerMetrics();
    queue = new LinkQueue(settings.queue(), metrics);
    metrics.watch(queue);
    metrics.watch(traffic.open());
    metrics.watch(systems.all());
    List<Endpoint> endpoints =
        Api.of(
            systems,
            queue,
            ontology,
            metrics,
            traffic,
            settings.limit(),
            settings.token().isPresent());
    Routes routes =
        new Routes(settings.token(), traffic, metrics, settings.bodyBytes(), settings.limit());
    web =
        WebServer.builder()
            .address(address)
            .port(settings.port())
            .shutdownHook(false)
            .shutdownGracePeriod(settings.grace())
            .idleConnectionTimeout(settings.idle())
            .idleConnectionPeriod(settings.idle().dividedBy(4))
            .routing(routing -> routes.add(routing, endpoints))
            .build();
  }

  /**
   * Begins to listen.
   *
   * @param systems which the server closes
   * @param ontology definitions and hierarchy for the page, if they are known
   * @throws UnknownHostException if the host is not known
   * @throws IllegalStateException if the port is taken
   */
  public static LinkServer start(
      Systems systems, Optional<Ontology> ontology, ServerSettings settings)
      throws UnknownHostException {
    LinkServer server = new LinkServer(systems, ontology, settings);
    try {
      server.web.start();
    } catch (RuntimeException e) {
      server.queue.close();
      throw new IllegalStateException(
          "cannot listen at " + settings.host() + ":" + settings.port() + ": " + e.getMessage(), e);
    }
    return server;
  }

  /** Where it listens. */
  public int port() {
    return web.port();
  }

  /**
   * Takes no more requests, finishes those it took, and ends; an interrupt does not cut it short.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      // In a thread of its own: whoever closes may be interrupted, as by Ctrl-C.
      Thread ending = Thread.ofPlatform().name("server-end").start(this::end);
      boolean interrupted = false;
      while (ending.isAlive()) {
        try {
          ending.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void end() {
    traffic.drain(settings.grace());
    web.stop();
    queue.close();
    systems.close();
  }
}
