package org.hyperlinker.preparation.mix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.formats.example.ExampleWriter;
import org.hyperlinker.preparation.progress.Progress;

/**
 * Shuffles files of examples into one, because training reads one. Query ids stay unique: the first
 * holder of an id keeps it, later ones (repetitions, or a document in two corpora) get {@code #2},
 * {@code #3} and so on behind it. All examples are held in memory.
 */
public final class ExampleMixer {

  private final MixOptions options;
  private final Progress progress;

  /** A mixer that reports files read to {@code progress}. */
  public ExampleMixer(MixOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Reads, shuffles and writes; the output appears whole or not at all.
   *
   * @throws IOException naming file and line, if a source cannot be read, or the output cannot be
   *     written
   */
  public MixReport mix() throws IOException {
    List<Example> mixed = new ArrayList<>();
    List<Long> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    long renamed = 0;
    for (MixOptions.Source source : options.sources()) {
      List<Example> examples = ExampleReader.readAll(source.file());
      read.add((long) examples.size());
      for (int time = 0; time < source.repeat(); time++) {
        for (Example example : examples) {
          Example unique = unique(example, ids);
          renamed += unique == example ? 0 : 1;
          mixed.add(unique);
        }
      }
      progress.report("read examples", read.size(), options.sources().size());
    }
    Collections.shuffle(mixed, new Random(options.seed()));
    ExampleWriter.write(options.output(), mixed);
    return new MixReport(mixed.size(), read, renamed);
  }

  private static Example unique(Example example, Set<String> ids) {
    ExampleQuery query = example.query();
    if (ids.add(query.id())) {
      return example;
    }
    int number = 2;
    while (!ids.add(query.id() + "#" + number)) {
      number++;
    }
    return new Example(
        new ExampleQuery(query.id() + "#" + number, query.content(), query.tokens()),
        example.items());
  }
}
