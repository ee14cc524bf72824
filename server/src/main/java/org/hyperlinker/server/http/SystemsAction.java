package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.server.json.StrictJson;
import org.hyperlinker.server.system.Lease;
import org.hyperlinker.server.system.ServedSystem;
import org.hyperlinker.server.system.SystemSlot;
import org.hyperlinker.server.system.Systems;

/** {@code GET /v1/systems}: what can be asked. */
final class SystemsAction implements Endpoint.Action {

  private final Systems systems;

  SystemsAction(Systems systems) {
    this.systems = systems;
  }

  @Override
  public Reply answer(Call call) {
    ObjectNode answer = StrictJson.object();
    ArrayNode list = answer.putArray("systems");
    for (SystemSlot slot : systems.all()) {
      try (Lease lease = slot.lease()) {
        list.add(describe(slot, lease, list.isEmpty()));
      }
    }
    return Reply.json(answer);
  }

  private static ObjectNode describe(SystemSlot slot, Lease lease, boolean first) {
    ServedSystem system = lease.system();
    ObjectNode node = StrictJson.object();
    node.put("name", slot.name());
    node.put("default", first);
    node.put("kind", kind(system));
    node.put("model", system.modelFingerprint());
    node.put("index", system.indexFingerprint());
    node.put("rows", system.index().metadata().rows());
    node.put("concepts", system.index().metadata().concepts());
    node.put("calibrated", system.calibrated());
    node.put("window", system.window());
    return node;
  }

  /** What the model makes of a query says what it is. */
  private static String kind(ServedSystem system) {
    return system.model().encodeQueries(List.of("x")).getFirst() instanceof QNet
        ? "hypencoder"
        : "bi-encoder";
  }
}
