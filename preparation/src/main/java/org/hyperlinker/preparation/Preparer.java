package org.hyperlinker.preparation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.corpus.BioCXmlWriter;
import org.hyperlinker.formats.example.ExampleWriter;
import org.hyperlinker.formats.ontology.KnowledgeBaseWriter;
import org.hyperlinker.formats.ontology.StudyOntologyWriter;
import org.hyperlinker.preparation.example.ExampleBuilder;
import org.hyperlinker.preparation.example.ExampleBuilder.SplitExamples;
import org.hyperlinker.preparation.example.NamePairSettings;
import org.hyperlinker.preparation.example.NamePairs;
import org.hyperlinker.preparation.example.SplitCounts;
import org.hyperlinker.preparation.progress.Progress;

/**
 * Turns corpora and ontologies into a directory that training and indexing read: {@code
 * knowledge-base.jsonl.gz}, {@code <split>.jsonl} in the official standard format, {@code
 * names.jsonl} where asked for, the earlier study's formats where asked for, and {@code
 * manifest.json}. The same inputs and options give the same bytes.
 */
public final class Preparer {

  /** The knowledge base within a prepared directory. */
  public static final String KNOWLEDGE_BASE = "knowledge-base.jsonl.gz";

  /** What a prepared directory says about itself. */
  public static final String MANIFEST = "manifest.json";

  private static final String EXAMPLES_SUFFIX = ".jsonl";
  private static final String STUDY_ONTOLOGY = "mesh2015.json.gz";
  private static final long REPORT_EVERY = 10_000;

  private final PrepareOptions options;
  private final Progress progress;

  /** A preparer that reports its stages to {@code progress}. */
  public Preparer(PrepareOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Reads everything, then writes the directory, which appears whole or not at all.
   *
   * @throws IOException naming file and line of a fault in an input; or the output, if it cannot be
   *     written or holds something that is not an earlier result
   * @throws IllegalArgumentException if more negatives are asked for than there are concepts
   */
  public PrepareReport prepare() throws IOException {
    requireReplaceable(options.output());
    PreparedInputs inputs = PreparedInputs.read(options, progress);
    ExampleBuilder builder = new ExampleBuilder(inputs.knowledgeBase(), options.examples());
    Result result = new Result();
    AtomicFiles.writeDirectory(
        options.output(), directory -> write(inputs, builder, directory, result));
    return new PrepareReport(
        options.output(),
        inputs.knowledgeBase().size(),
        inputs.knowledgeBase().distinctNames(),
        result.splits,
        result.namePairs,
        result.files.stream().map(options.output()::resolve).toList());
  }

  /** What the writing finds out. */
  private static final class Result {
    private final Map<String, SplitCounts> splits = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private long namePairs;
  }

  private void write(PreparedInputs inputs, ExampleBuilder builder, Path directory, Result result)
      throws IOException {
    KnowledgeBase knowledgeBase = inputs.knowledgeBase();
    KnowledgeBaseWriter.write(added(directory, KNOWLEDGE_BASE, result), knowledgeBase);
    for (Map.Entry<String, List<Document>> split : inputs.splits().entrySet()) {
      SplitExamples made = builder.build(split.getValue(), progress);
      Path file = added(directory, split.getKey() + EXAMPLES_SUFFIX, result);
      ExampleWriter.write(file, made.examples());
      result.splits.put(split.getKey(), made.counts());
    }
    if (options.namePairs().isPresent()) {
      Path file = added(directory, CorpusSource.NAME_PAIRS + EXAMPLES_SUFFIX, result);
      ExampleWriter.write(file, pairs(knowledgeBase, options.namePairs().get(), result));
    }
    if (options.studyFormats()) {
      writeStudyFormats(inputs, directory, result);
    }
    Manifest manifest = new Manifest(options, inputs, result.splits, result.namePairs);
    manifest.write(directory, result.files);
    result.files.add(MANIFEST);
  }

  private Iterable<Example> pairs(
      KnowledgeBase knowledgeBase, NamePairSettings settings, Result result) {
    NamePairs pairs = new NamePairs(knowledgeBase, options.examples().item(), settings);
    return () ->
        StreamSupport.stream(pairs.spliterator(), false)
            .peek(
                _ -> {
                  result.namePairs++;
                  if (result.namePairs % REPORT_EVERY == 0) {
                    progress.report("pair names", result.namePairs, Progress.UNKNOWN);
                  }
                })
            .iterator();
  }

  private static void writeStudyFormats(PreparedInputs inputs, Path directory, Result result)
      throws IOException {
    for (Map.Entry<String, List<Document>> split : inputs.splits().entrySet()) {
      Path file = added(directory, "bc5cdr_" + split.getKey() + ".bioc.xml.gz", result);
      BioCXmlWriter.study().write(file, StudyCorpus.of(split.getValue()));
    }
    Path file = added(directory, STUDY_ONTOLOGY, result);
    StudyOntologyWriter.write(file, inputs.knowledgeBase());
  }

  private static Path added(Path directory, String name, Result result) {
    result.files.add(name);
    return directory.resolve(name);
  }

  /** A directory is replaced as a whole: never one that holds something else. */
  private static void requireReplaceable(Path output) throws IOException {
    if (!Files.exists(output)) {
      return;
    }
    if (!Files.isDirectory(output)) {
      throw new IOException(output + " is a file; name a directory for the prepared data");
    }
    Set<String> own = Manifest.outputs(output.resolve(MANIFEST));
    try (Stream<Path> content = Files.list(output)) {
      Optional<String> other =
          content
              .map(file -> file.getFileName().toString())
              .filter(name -> !own.contains(name))
              .sorted()
              .findFirst();
      if (other.isPresent()) {
        throw new IOException(
            output
                + " is replaced as a whole, but holds what 'prepare' did not write, such as "
                + other.get()
                + "; name a new directory, or move that away");
      }
    }
  }
}
