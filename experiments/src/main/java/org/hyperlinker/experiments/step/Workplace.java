package org.hyperlinker.experiments.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.formats.json.JsonText;

/**
 * Where steps are carried out. Each has a folder of its own; the file {@code done.json} in it,
 * written last, says that its result is whole, so that a step that was cut is done again and one
 * that was not is never repeated. Experiments that share a cache share steps.
 *
 * @param cache the folder of the steps' folders
 * @param sources corpora and ontology
 * @param models how models are served
 * @param threads of encoders and searches, at least 1
 * @param watcher told of everything
 * @param budget when to stop
 */
public record Workplace(
    Path cache, Sources sources, Models models, int threads, Watcher watcher, Budget budget) {

  private static final String DONE = "done.json";
  private static final int DIGITS = 16;

  /** The key of a step of this kind with these inputs. */
  static String key(String kind, Object... inputs) {
    StringBuilder all = new StringBuilder();
    for (Object input : inputs) {
      all.append(input).append('\n');
    }
    return kind + "-" + Sha256.of(all.toString()).substring(0, DIGITS);
  }

  /** The folder of a step. */
  public Path folder(String key) {
    return cache.resolve(key);
  }

  /** Whether a step's result is there. */
  public boolean done(Step step) {
    return Files.exists(folder(step.key()).resolve(DONE));
  }

  /**
   * Carries a step out, unless it is done.
   *
   * @throws OutOfTimeException if the time does not suffice
   */
  public void carryOut(Step step) throws IOException {
    if (done(step)) {
      return;
    }
    budget.admit(step);
    watcher.begun(step);
    Path folder = folder(step.key());
    Files.createDirectories(folder);
    long started = System.nanoTime();
    step.run(this);
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("what", step.what());
    fields.put("seconds", (System.nanoTime() - started) / 1e9);
    String json = JsonText.of(fields) + "\n";
    AtomicFiles.write(
        folder.resolve(DONE), stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** Tells how far a step is, and ends it when the time is over. */
  void progress(String stage, long done, long total) {
    budget.check(stage);
    watcher.progress(stage, done, total, "");
  }
}
