package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hyperlinker.server.json.JsonFields;
import org.hyperlinker.server.json.StrictJson;
import org.hyperlinker.server.problem.Problem;
import org.hyperlinker.server.system.Lease;
import org.hyperlinker.server.system.SystemSlot;
import org.hyperlinker.server.system.Systems;

/**
 * {@code POST /v1/admin/reload}: another model or index, or the same folders read again, in a
 * system's place. Without a token only this machine may ask that, as it names files.
 */
final class ReloadAction implements Endpoint.Action {

  private final Systems systems;
  private final boolean tokenNeeded;

  ReloadAction(Systems systems, boolean tokenNeeded) {
    this.systems = systems;
    this.tokenNeeded = tokenNeeded;
  }

  @Override
  public Reply answer(Call call) {
    if (!tokenNeeded && !call.local()) {
      throw new Problem(
          Problem.Kind.FORBIDDEN, "without a token, systems are changed from this machine only");
    }
    JsonFields fields = StrictJson.read(call.json());
    SystemSlot slot = systems.named(fields.optionalText("system"));
    Optional<String> model = fields.optionalText("model");
    Optional<String> index = fields.optionalText("index");
    fields.finish();
    try {
      slot.change(model.map(Path::of), index.map(Path::of));
    } catch (IOException | RuntimeException e) {
      throw new Problem(Problem.Kind.BAD_REQUEST, "the system stays as it was: " + e.getMessage());
    }
    try (Lease lease = slot.lease()) {
      ObjectNode answer = Answers.begin(slot, lease);
      return Reply.json(answer);
    }
  }
}
