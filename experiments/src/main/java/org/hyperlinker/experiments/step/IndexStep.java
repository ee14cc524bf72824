package org.hyperlinker.experiments.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.experiments.plan.IndexChoice;
import org.hyperlinker.experiments.plan.PlannedSystem;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexContents;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.IndexSource;

/**
 * Encodes the ontology.
 *
 * @param key with the digest of model, ontology, training mentions and contents
 * @param what for people
 * @param minutes by the plan
 * @param model whose index it is
 * @param choice what it holds
 */
public record IndexStep(
    String key, String what, double minutes, ModelPlace model, IndexChoice choice) implements Step {

  private static final String INDEX = "index";
  private static final int BATCH = 64;

  /** The index of a planned system. */
  public static IndexStep of(PlannedSystem system, ModelPlace model, Sources sources) {
    IndexChoice choice = system.index();
    return new IndexStep(
        Workplace.key(
            "index",
            model.key(),
            sources.ontologySha256(),
            choice.rows(),
            choice.permuted(),
            choice.memory() ? sources.training().sha256() : ""),
        "index for " + system.name(),
        system.minutes().index(),
        model,
        choice);
  }

  @Override
  public boolean divisible() {
    return false;
  }

  Path directory(Workplace place) {
    return place.folder(key).resolve(INDEX);
  }

  @Override
  public void run(Workplace place) throws IOException {
    Sources sources = place.sources();
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("ontology_sha256", String.join(" ", sources.ontologySha256()));
    if (choice.memory()) {
      provenance.put("memory_file", sources.training().name());
      provenance.put("memory_sha256", sources.training().sha256());
    }
    provenance.put("runtime", place.models().runtime(model.directory()));
    try (LinkingModel opened = place.models().open(model.directory(), place.threads())) {
      IndexBuilder.build(
          opened,
          new IndexSource(
              sources.knowledgeBase(),
              choice.memory()
                  ? MentionMemory.of(sources.training().documents())
                  : MentionMemory.NONE,
              provenance),
          new IndexSettings(
              IndexContents.of(choice.rows(), !choice.permuted()), BATCH, place.threads()),
          directory(place),
          place::progress);
    }
  }
}
