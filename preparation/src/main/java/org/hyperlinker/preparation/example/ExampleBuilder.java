package org.hyperlinker.preparation.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.preparation.example.NameRows.Row;
import org.hyperlinker.preparation.lexical.Trigrams;
import org.hyperlinker.preparation.progress.Progress;

/**
 * Makes the examples of a split out of its mentions. A query is called {@code <document>:<start>-
 * <end>}, with {@code :<n>} behind it where that would not be unique. Positive items carry score 1
 * and type {@code positive}, negatives 0 and {@code negative}; an item's id is its concept's.
 *
 * <p>One builder may make several splits; random negatives then follow one another, so the result
 * depends on the order of the splits. Not safe for several threads.
 */
public final class ExampleBuilder {

  private final KnowledgeBase knowledgeBase;
  private final ExampleSettings settings;
  private final NegativeSampler sampler;

  /** A builder; with hard negatives this indexes all names once. */
  public ExampleBuilder(KnowledgeBase knowledgeBase, ExampleSettings settings) {
    this.knowledgeBase = knowledgeBase;
    this.settings = settings;
    this.sampler =
        new NegativeSampler(
            knowledgeBase, settings.negatives(), settings.positives() == Positives.PREFERRED_NAME);
  }

  /**
   * The examples of a split and what became of its mentions.
   *
   * @param examples in corpus order
   * @param counts what was kept and what was left out
   */
  public record SplitExamples(List<Example> examples, SplitCounts counts) {

    /** Copies the examples. */
    public SplitExamples {
      examples = List.copyOf(examples);
    }
  }

  /**
   * Makes the examples of a split.
   *
   * @throws IllegalArgumentException naming document and mention, if a mention lies outside its
   *     passage; or if more negatives are asked for than there are concepts
   */
  public SplitExamples build(List<Document> documents, Progress progress) {
    Split split = new Split();
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      for (Passage passage : document.passages()) {
        for (Mention mention : passage.mentions()) {
          split.add(document, passage, mention);
        }
      }
      progress.report("make examples", i + 1, documents.size());
    }
    return split.result(documents.size());
  }

  private record Triple(String surface, Set<ConceptId> concepts, String text) {}

  /** The state of one split in the making. */
  private final class Split {

    private final List<Example> examples = new ArrayList<>();
    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private final Set<Triple> triples = new HashSet<>();
    private final Set<Triple> seen = new HashSet<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private long mentions;
    private long singleConcept;
    private long kept;

    void add(Document document, Passage passage, Mention mention) {
      mentions++;
      if (mention.single() && !mention.discontinuous()) {
        singleConcept++;
        triples.add(triple(mention, passage.text()));
      }
      Optional<SkipReason> reason = unfit(mention);
      if (reason.isEmpty()) {
        String query = query(document, passage, mention);
        reason = repeats(passage, mention, query) ? Optional.of(SkipReason.REPEATED) : reason;
        if (reason.isEmpty()) {
          kept++;
          write(document, mention, query);
        }
      }
      reason.ifPresent(r -> skipped.merge(r, 1L, Long::sum));
    }

    private boolean repeats(Passage passage, Mention mention, String query) {
      return switch (settings.deduplication()) {
        case UNIQUE_TRIPLES -> !seen.add(triple(mention, passage.text()));
        case UNIQUE_QUERIES -> !seen.add(triple(mention, query));
        case NONE -> false;
      };
    }

    private void write(Document document, Mention mention, String query) {
      List<Concept> gold =
          mention.concepts().stream().distinct().map(id -> knowledgeBase.find(id).get()).toList();
      List<ExampleItem> negatives =
          sampler.sample(mention.text(), gold).stream().map(row -> item(row, 0)).toList();
      for (List<Row> positives : positives(mention, gold)) {
        List<ExampleItem> items = new ArrayList<>();
        positives.forEach(row -> items.add(item(row, 1)));
        items.addAll(negatives);
        examples.add(new Example(new ExampleQuery(id(document, mention), query), items));
      }
    }

    private String id(Document document, Mention mention) {
      String id = document.id() + ":" + mention.extent().start() + "-" + mention.extent().end();
      int before = ids.merge(id, 1, Integer::sum) - 1;
      return before == 0 ? id : id + ":" + before;
    }

    SplitExamples result(int documents) {
      return new SplitExamples(
          examples,
          new SplitCounts(
              documents,
              mentions,
              singleConcept,
              triples.size(),
              new TreeMap<>(skipped),
              kept,
              examples.size()));
    }
  }

  private Optional<SkipReason> unfit(Mention mention) {
    if (mention.concepts().isEmpty()) {
      return Optional.of(SkipReason.NO_CONCEPT);
    }
    if (mention.discontinuous()) {
      return Optional.of(SkipReason.DISCONTINUOUS);
    }
    if (mention.composite() && !settings.compositeMentions()) {
      return Optional.of(SkipReason.COMPOSITE);
    }
    boolean known = mention.concepts().stream().allMatch(knowledgeBase::contains);
    return known ? Optional.empty() : Optional.of(SkipReason.NOT_IN_ONTOLOGY);
  }

  private String query(Document document, Passage passage, Mention mention) {
    // A mention may go on in the next passage.
    if (!passage.holdsPartOf(mention.extent()) || mention.extent().end() > document.end()) {
      throw new IllegalArgumentException(
          "document %s: mention '%s' at %s lies outside its passage at %d..%d"
              .formatted(
                  document.id(),
                  mention.text(),
                  mention.extent(),
                  passage.offset(),
                  passage.end()));
    }
    return settings.query().text(passage, mention);
  }

  private static Triple triple(Mention mention, String text) {
    return new Triple(mention.text(), Set.copyOf(mention.concepts()), text);
  }

  /** The positives of each example of a mention: one row for each gold concept. */
  private List<List<Row>> positives(Mention mention, List<Concept> gold) {
    return switch (settings.positives()) {
      case PREFERRED_NAME ->
          List.of(gold.stream().map(c -> new Row(c, c.names().getFirst())).toList());
      case CLOSEST_NAME ->
          List.of(gold.stream().map(c -> new Row(c, closest(mention.text(), c))).toList());
      case ALL_NAMES -> {
        List<List<ConceptName>> names = gold.stream().map(NameRows::distinct).toList();
        int longest = names.stream().mapToInt(List::size).max().orElse(0);
        yield IntStream.range(0, longest)
            .mapToObj(
                n ->
                    IntStream.range(0, gold.size())
                        .mapToObj(
                            c -> new Row(gold.get(c), names.get(c).get(n % names.get(c).size())))
                        .toList())
            .toList();
      }
    };
  }

  /** The first of the names that share most trigrams with the mention. */
  private static ConceptName closest(String surface, Concept concept) {
    int[] codes = Trigrams.of(surface);
    Comparator<ConceptName> closeness =
        Comparator.comparingDouble(name -> Trigrams.dice(codes, Trigrams.of(name.text())));
    return concept.names().stream()
        .reduce((best, name) -> closeness.compare(name, best) > 0 ? name : best)
        .orElseThrow();
  }

  private ExampleItem item(Row row, double score) {
    return new ExampleItem(
        row.concept().id().value(),
        settings.item().text(row.concept(), row.name()),
        OptionalDouble.of(score),
        score > 0 ? "positive" : "negative");
  }
}
