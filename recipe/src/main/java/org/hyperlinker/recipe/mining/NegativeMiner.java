package org.hyperlinker.recipe.mining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.formats.example.ExampleWriter;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.preparation.progress.Progress;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexRow;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * Adds hard negatives to training examples: concepts that the current model, the look of names, the
 * hierarchy or other mentions bring near the gold ones. The items that an example has stay in
 * front; no concept gets a second item. The same inputs and settings give the same bytes. Owns
 * neither the model nor the index.
 */
public final class NegativeMiner {

  private static final String NEGATIVE = "negative";
  private static final long REPORT_EVERY = 1000;

  private final LinkingModel model;
  private final EmbeddingIndex index;
  private final KnowledgeBase ontology;
  private final MineSettings settings;

  /**
   * A miner.
   *
   * @param ontology what the index was built of
   * @throws IllegalArgumentException if another model made the index
   */
  public NegativeMiner(
      LinkingModel model, EmbeddingIndex index, KnowledgeBase ontology, MineSettings settings) {
    index.requireModel(model);
    this.model = model;
    this.index = index;
    this.ontology = ontology;
    this.settings = settings;
  }

  /**
   * Reads examples, searches each different query once, and writes the examples with their
   * negatives; the output appears whole or not at all. All examples are held in memory.
   *
   * @param in examples in the official format; gzipped if the name ends in {@code .gz}
   * @throws IOException naming file and line, if the input cannot be read, or the output cannot be
   *     written
   * @throws IllegalArgumentException if positives have another form than the model's items
   */
  public MineReport mine(Path in, Path out, Progress progress) throws IOException {
    List<Example> all = ExampleReader.readAll(in);
    ItemTexts texts = new ItemTexts(ontology, model.settings().item());
    texts.requireFormOf(all);
    GoldTable gold = new GoldTable(all, ontology);
    List<Example> chosen = chosen(all);
    List<String> queries =
        chosen.stream().map(example -> example.query().content()).distinct().toList();
    SearchStrategy strategy = settings.strategy(queries.size());
    Map<String, FoundCandidates> found = search(queries, gold, strategy, progress);
    Confusions confusions = new Confusions(index);
    for (Example example : all) {
      for (ConceptId concept : positives(example)) {
        confusions.addMention(NameKey.surface(example.query().content()), concept);
      }
    }
    found.forEach(
        (query, candidates) ->
            candidates
                .wrongFirst()
                .ifPresent(row -> confusions.addWrongFirst(gold.of(query).concepts(), row)));
    Writing writing = new Writing(texts, gold, found, confusions);
    ExampleWriter.write(
        out,
        () ->
            chosen.stream()
                .map(
                    example -> {
                      Example mined = writing.mined(example);
                      if (writing.examples % REPORT_EVERY == 0
                          || writing.examples == chosen.size()) {
                        progress.report("write examples", writing.examples, chosen.size());
                      }
                      return mined;
                    })
                .iterator());
    return new MineReport(
        chosen.size(),
        queries.size(),
        found.values().stream().filter(one -> one.wrongFirst().isPresent()).count(),
        writing.negatives,
        writing.shortExamples,
        strategy);
  }

  private List<Example> chosen(List<Example> all) {
    if (settings.limit().isEmpty() || settings.limit().getAsInt() >= all.size()) {
      return all;
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
    Collections.shuffle(order, new Random(settings.seed()));
    return order.stream().limit(settings.limit().getAsInt()).sorted().map(all::get).toList();
  }

  private Map<String, FoundCandidates> search(
      List<String> queries, GoldTable gold, SearchStrategy strategy, Progress progress) {
    Map<String, FoundCandidates> found = HashMap.newHashMap(queries.size());
    Families families = new Families(ontology);
    try (CandidateFinder finder = new CandidateFinder(model, index, families, settings, strategy)) {
      for (int from = 0; from < queries.size(); from += settings.batch()) {
        progress.report("search negatives", from, queries.size());
        List<String> part =
            queries.subList(from, Math.min(queries.size(), from + settings.batch()));
        List<FoundCandidates> candidates =
            finder.find(
                part.stream()
                    .map(query -> new CandidateFinder.Query(query, gold.of(query)))
                    .toList());
        for (int i = 0; i < part.size(); i++) {
          found.put(part.get(i), candidates.get(i));
        }
      }
    }
    progress.report("search negatives", queries.size(), queries.size());
    return found;
  }

  private static Set<ConceptId> positives(Example example) {
    Set<ConceptId> concepts = new LinkedHashSet<>();
    GoldTable.positives(example).forEach(item -> concepts.add(ConceptId.parse(item.id())));
    return concepts;
  }

  /** What stands before the concept in an id such as {@code MESH:D009203}. */
  private static String prefix(String id) {
    String stripped = id.strip();
    return stripped.substring(0, stripped.length() - ConceptId.parse(id).value().length());
  }

  /** Makes the mined examples one after the other, and counts. */
  private final class Writing {

    private final ItemTexts texts;
    private final GoldTable gold;
    private final Map<String, FoundCandidates> found;
    private final Confusions confusions;
    private final Turns turns = new Turns(settings.shares(), settings.negatives());
    private final Map<NegativeSource, Long> negatives = new EnumMap<>(NegativeSource.class);
    private long examples;
    private long shortExamples;

    Writing(
        ItemTexts texts,
        GoldTable gold,
        Map<String, FoundCandidates> found,
        Confusions confusions) {
      this.texts = texts;
      this.gold = gold;
      this.found = found;
      this.confusions = confusions;
    }

    Example mined(Example example) {
      String query = example.query().content();
      FoundCandidates candidates = found.get(query);
      Map<NegativeSource, List<Candidate>> offered = new EnumMap<>(NegativeSource.class);
      offered.put(NegativeSource.NEAREST, candidates.nearest());
      offered.put(NegativeSource.LEXICAL, candidates.lexical());
      offered.put(NegativeSource.HIERARCHY, candidates.hierarchy());
      if (settings.uses(NegativeSource.CONFUSIONS)) {
        offered.put(
            NegativeSource.CONFUSIONS, confusions.of(NameKey.surface(query), gold.of(query)));
      }
      Set<ConceptId> used = new HashSet<>();
      example.items().forEach(item -> used.add(ConceptId.parse(item.id())));
      List<ExampleItem> items = new ArrayList<>(example.items());
      String prefix = prefix(GoldTable.positives(example).getFirst().id());
      List<Turns.Taken> taken = turns.take(offered, row -> index.row(row).concept(), used);
      for (Turns.Taken one : taken) {
        IndexRow row = index.row(one.candidate().row());
        items.add(
            new ExampleItem(
                prefix + row.concept().value(), texts.of(row), one.candidate().score(), NEGATIVE));
        negatives.merge(one.source(), 1L, Long::sum);
      }
      examples++;
      shortExamples += taken.size() < settings.negatives() ? 1 : 0;
      return new Example(example.query(), items);
    }
  }
}
