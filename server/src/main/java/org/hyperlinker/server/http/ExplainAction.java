package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.text.CodePoints;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.explanation.ExplainedCandidate;
import org.hyperlinker.linking.explanation.Explanation;
import org.hyperlinker.server.json.AskedText;
import org.hyperlinker.server.json.JsonFields;
import org.hyperlinker.server.json.LinkJson;
import org.hyperlinker.server.json.StrictJson;
import org.hyperlinker.server.problem.Problem;
import org.hyperlinker.server.system.Lease;
import org.hyperlinker.server.system.SystemSlot;
import org.hyperlinker.server.system.Systems;

/**
 * {@code POST /v1/explain}: why a mention is linked as it is, among those that are found in the
 * text. One at a time, as people ask for it and not programs.
 */
final class ExplainAction implements Endpoint.Action {

  /** How many may wait for their turn. */
  private static final int WAITING = 16;

  private final Systems systems;
  private final Duration limit;
  private final Semaphore turn = new Semaphore(1, true);

  ExplainAction(Systems systems, Duration limit) {
    this.systems = systems;
    this.limit = limit;
  }

  @Override
  public Reply answer(Call call) throws Exception {
    JsonFields fields = StrictJson.read(call.json());
    SystemSlot slot = systems.named(fields.optionalText("system"));
    String text = fields.text("text");
    Mention asked = AskedText.mention(text, new CodePoints(text), fields);
    fields.finish();
    new AskedText(AskedText.document(AskedText.ID, text, List.of(asked)), true).bounded();
    if (turn.getQueueLength() >= WAITING
        || !turn.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new Problem(Problem.Kind.BUSY, "others are explained; ask again later");
    }
    try (Lease lease = slot.lease()) {
      return Reply.json(
          json(Answers.begin(slot, lease), explained(lease.system().linker(), text, asked)));
    } finally {
      turn.release();
    }
  }

  /** The mention among the others of its text, which count in its link. */
  private static Explanation explained(EntityLinker linker, String text, Mention asked) {
    Document bare = AskedText.document(AskedText.ID, text, List.of());
    List<Mention> mentions = new ArrayList<>(linker.detector().mark(bare).mentions().toList());
    Mention found =
        mentions.stream()
            .filter(mention -> mention.extent().equals(asked.extent()))
            .findFirst()
            .orElse(asked);
    mentions.removeIf(mention -> mention.extent().overlaps(asked.extent()));
    mentions.add(asked.type().isEmpty() ? found : asked);
    mentions.sort(Comparator.comparing(Mention::extent));
    int place = 0;
    while (!mentions.get(place).extent().equals(asked.extent())) {
      place++;
    }
    return linker.explain(AskedText.document(AskedText.ID, text, mentions), place);
  }

  private static ObjectNode json(ObjectNode answer, Explanation explanation) {
    answer.put("mention", explanation.mention().text());
    answer
        .putObject("query")
        .put("text", explanation.query().text())
        .put("window", explanation.query().window().size())
        .put("expanded", explanation.query().expanded().orElse(null));
    ArrayNode candidates = answer.putArray("candidates");
    explanation.candidates().forEach(one -> candidates.add(candidate(one)));
    ArrayNode difference = answer.putArray("difference");
    explanation
        .difference()
        .forEach(
            one ->
                difference
                    .addObject()
                    .put("name", one.feature().name())
                    .put("contribution", one.contribution()));
    answer.set(
        "without_context",
        new LinkJson(Explanation.ALONE, OptionalDouble.empty())
            .candidates(explanation.withoutContext()));
    return answer;
  }

  private static ObjectNode candidate(ExplainedCandidate explained) {
    ObjectNode node = LinkJson.candidate(explained.candidate());
    node.put("model_score", explained.modelScore());
    ArrayNode features = node.putArray("features");
    explained
        .features()
        .forEach(
            one ->
                features
                    .addObject()
                    .put("name", one.feature().name())
                    .put("value", one.value())
                    .put("weight", one.weight())
                    .put("contribution", one.contribution()));
    return node;
  }
}
