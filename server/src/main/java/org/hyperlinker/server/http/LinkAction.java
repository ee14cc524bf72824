package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.server.json.AskedText;
import org.hyperlinker.server.json.JsonFields;
import org.hyperlinker.server.json.LinkJson;
import org.hyperlinker.server.json.StrictJson;
import org.hyperlinker.server.problem.Problem;
import org.hyperlinker.server.queue.LinkQueue;
import org.hyperlinker.server.queue.Linked;
import org.hyperlinker.server.system.Lease;
import org.hyperlinker.server.system.SystemSlot;
import org.hyperlinker.server.system.Systems;

/** {@code POST /v1/link}: texts in JSON, or a collection in BioC. */
final class LinkAction implements Endpoint.Action {

  private static final int TOP = 5;

  private final Systems systems;
  private final LinkQueue queue;
  private final Duration limit;
  private final BioCAction bioC;

  LinkAction(Systems systems, LinkQueue queue, Duration limit) {
    this.systems = systems;
    this.queue = queue;
    this.limit = limit;
    this.bioC = new BioCAction(systems, queue, limit);
  }

  @Override
  public Reply answer(Call call) throws Exception {
    if (BioCAction.reads(call.mediaType())) {
      return bioC.answer(call);
    }
    JsonFields fields = StrictJson.read(call.json());
    SystemSlot slot = systems.named(fields.optionalText("system"));
    LinkJson shown =
        new LinkJson(
            fields.optionalInteger("top", 1, LinkingOptions.DEFAULT_TOP_K).orElse(TOP),
            fields.optionalShare("threshold"));
    List<AskedText> texts = texts(fields);
    fields.finish();
    try (Lease lease = slot.lease()) {
      List<Linked> linked = queue.link(lease.system(), texts, limit);
      ObjectNode answer = Answers.begin(slot, lease);
      ArrayNode documents = answer.putArray("documents");
      linked.forEach(one -> documents.add(shown.document(one.document(), one.links())));
      return Reply.json(answer);
    }
  }

  private List<AskedText> texts(JsonFields fields) {
    Optional<List<JsonFields>> documents = fields.optionalObjects("documents");
    if (documents.isPresent() == fields.has("text")) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "expected either text or documents, found "
              + (documents.isPresent() ? "both" : "neither"));
    }
    if (documents.isEmpty()) {
      return List.of(AskedText.read(AskedText.ID, fields));
    }
    queue.requireRoom(documents.get().size());
    List<AskedText> texts = new ArrayList<>();
    for (JsonFields document : documents.get()) {
      String id = document.optionalText("id").orElse(Integer.toString(texts.size()));
      texts.add(AskedText.read(id, document));
      document.finish();
    }
    return texts;
  }
}
