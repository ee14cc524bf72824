package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hyperlinker.server.json.StrictJson;
import org.hyperlinker.server.system.Lease;
import org.hyperlinker.server.system.SystemSlot;

/** What answers have in common. */
final class Answers {

  private Answers() {}

  /** An object that begins by saying which system answered. */
  static ObjectNode begin(SystemSlot slot, Lease lease) {
    return StrictJson.object()
        .put("system", slot.name())
        .put("model", lease.system().modelFingerprint())
        .put("index", lease.system().indexFingerprint());
  }
}
