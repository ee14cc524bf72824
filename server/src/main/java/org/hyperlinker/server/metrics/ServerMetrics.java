package org.hyperlinker.server.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.hyperlinker.server.queue.LinkQueue;
import org.hyperlinker.server.queue.QueueListener;
import org.hyperlinker.server.system.Lease;
import org.hyperlinker.server.system.SystemSlot;

/** The figures of a server. Safe for many threads. */
public final class ServerMetrics implements QueueListener {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final DistributionSummary together =
      DistributionSummary.builder("hyperlinker.batch.documents")
          .description("documents linked together")
          .publishPercentiles(0.5, 0.99)
          .register(registry);
  private final MultiGauge served =
      MultiGauge.builder("hyperlinker.system")
          .description("1 for what is now served, with the fingerprints of model and index")
          .register(registry);

  /** Begins to count. */
  public ServerMetrics() {
    new JvmMemoryMetrics().bindTo(registry);
  }

  /** Shows how full the queue is. */
  public void watch(LinkQueue queue) {
    gauge(
        "hyperlinker.queue.documents",
        "documents that wait or are linked",
        queue,
        LinkQueue::waiting);
    gauge("hyperlinker.queue.capacity", "documents that may wait", queue, LinkQueue::capacity);
  }

  /** Shows how many requests are being answered. */
  public void watch(AtomicLong open) {
    gauge("hyperlinker.requests.open", "requests that are being answered", open, AtomicLong::get);
  }

  /** Shows the cache of queries of each system. */
  public void watch(Collection<SystemSlot> systems) {
    for (SystemSlot slot : systems) {
      Tags tags = Tags.of("system", slot.name());
      FunctionCounter.builder("hyperlinker.cache.hits", slot, s -> cached(s, true))
          .description("queries found in the cache; begins anew when a system is changed")
          .tags(tags)
          .register(registry);
      FunctionCounter.builder("hyperlinker.cache.misses", slot, s -> cached(s, false))
          .description("queries that were encoded")
          .tags(tags)
          .register(registry);
    }
  }

  private static double cached(SystemSlot slot, boolean hits) {
    try (Lease lease = slot.lease()) {
      return hits ? lease.system().model().hits() : lease.system().model().misses();
    }
  }

  private <T> void gauge(String name, String what, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value).description(what).register(registry);
  }

  /** A request was answered. */
  public void answered(String route, int status, Duration time) {
    Timer.builder("hyperlinker.request")
        .description("from the end of a request's head to its answer")
        .tags("route", route, "status", Integer.toString(status))
        .publishPercentiles(0.5, 0.95, 0.99)
        .register(registry)
        .record(time);
  }

  @Override
  public void took(String part, Duration time) {
    Timer.builder("hyperlinker.part")
        .description("a document's wait; finding, encoding and searching of a batch")
        .tags("part", part)
        .publishPercentiles(0.5, 0.95, 0.99)
        .register(registry)
        .record(time);
  }

  @Override
  public void batch(int documents) {
    together.record(documents);
  }

  /** All figures in Prometheus's text format. */
  public String scrape(Collection<SystemSlot> systems) {
    served.register(
        systems.stream()
            .map(
                slot -> {
                  try (Lease lease = slot.lease()) {
                    return MultiGauge.Row.of(
                        Tags.of(
                            "system",
                            slot.name(),
                            "model",
                            lease.system().modelFingerprint(),
                            "index",
                            lease.system().indexFingerprint()),
                        1);
                  }
                })
            .toList(),
        true);
    return registry.scrape();
  }
}
