package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
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

/** {@code POST /v1/search}: concepts for words without context. */
final class SearchAction implements Endpoint.Action {

  private final Systems systems;
  private final LinkQueue queue;
  private final Duration limit;

  SearchAction(Systems systems, LinkQueue queue, Duration limit) {
    this.systems = systems;
    this.queue = queue;
    this.limit = limit;
  }

  @Override
  public Reply answer(Call call) throws Exception {
    JsonFields fields = StrictJson.read(call.json());
    SystemSlot slot = systems.named(fields.optionalText("system"));
    String words = fields.text("query").strip();
    int top =
        fields
            .optionalInteger("top", 1, LinkingOptions.DEFAULT_TOP_K)
            .orElse(LinkingOptions.DEFAULT_TOP_K);
    fields.finish();
    if (words.isEmpty()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "query is wrong: expected some words, found none");
    }
    Mention whole = Mention.at(new Span(0, words.length()), words);
    AskedText asked =
        new AskedText(AskedText.document(AskedText.ID, words, List.of(whole)), false).bounded();
    try (Lease lease = slot.lease()) {
      Linked linked = queue.link(lease.system(), List.of(asked), limit).getFirst();
      ObjectNode answer = Answers.begin(slot, lease);
      answer.set(
          "hits",
          new LinkJson(top, OptionalDouble.empty())
              .candidates(linked.links().getFirst().candidates()));
      return Reply.json(answer);
    }
  }
}
