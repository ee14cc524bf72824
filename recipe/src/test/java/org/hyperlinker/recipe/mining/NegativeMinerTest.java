package org.hyperlinker.recipe.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.formats.example.ExampleWriter;
import org.hyperlinker.preparation.progress.Progress;
import org.hyperlinker.recipe.LookAlikeModel;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.IndexSource;
import org.hyperlinker.search.strategy.SearchStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NegativeMinerTest {

  private static final KnowledgeBase ONTOLOGY =
      new KnowledgeBase(
          List.of(
              placed("D1", "C10", "Pain"),
              placed("D2", "C10.1", "Chest Pain", "Angina"),
              placed("D3", "C10.2", "Back Pain", "Backache", "Chest Pains"),
              placed("D4", "C10.3", "Zoster"),
              placed("D5", "C20.1", "Cheese Paint"),
              placed("D6", "C20.2", "Aspirin", "ANGINAS"),
              placed("D7", "C20.3", "Chest Paint"),
              placed("D8", "C20.4", "Backpain Chest")));

  private static final LookAlikeModel MODEL = new LookAlikeModel("look-alike", 1);

  @TempDir Path folder;
  private Path in;
  private Path out;
  private EmbeddingIndex index;

  @BeforeEach
  void build() throws IOException {
    in = folder.resolve("train.jsonl");
    out = folder.resolve("mined.jsonl");
    MentionMemory memory =
        new MentionMemory(List.of(new RememberedMention("chest painy", new ConceptId("D4"), 2)));
    IndexBuilder.build(
        MODEL,
        new IndexSource(ONTOLOGY, memory, Map.of()),
        IndexSettings.NAMES,
        folder.resolve("index"),
        org.hyperlinker.search.index.Progress.NONE);
    index = EmbeddingIndex.open(folder.resolve("index"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void nearestNegativesAreTheModelsBestRowsWithoutGoldConceptsAndTheirNames() throws IOException {
    List<Example> mined = mine(settings(9, "nearest"), example("q", "chest pain", "D2"));
    Example only = mined.getFirst();
    assertThat(only.items().getFirst())
        .isEqualTo(new ExampleItem("D2", "Chest Pain", OptionalDouble.of(1), "positive"));
    List<ExampleItem> negatives = only.items().subList(1, only.items().size());
    // D3's best row, Chest Pains, reads like a gold name, so it is no negative; nor is D4's
    // training mention a row. D6 has the gold name ANGINAS, but its best row may be another.
    assertThat(negatives).extracting(ExampleItem::id).doesNotContain("D2", "D3");
    assertThat(negatives).extracting(ExampleItem::content).doesNotContain("chest painy", "ANGINAS");
    assertThat(negatives.getFirst().content()).isEqualTo("Chest Paint");
    assertThat(negatives).extracting(ExampleItem::type).containsOnly("negative");
    for (ExampleItem negative : negatives) {
      float[] query = MODEL.encodeItems(List.of("chest pain"))[0];
      float[] item = MODEL.encodeItems(List.of(negative.content()))[0];
      double product = 0;
      for (int i = 0; i < query.length; i++) {
        product += query[i] * item[i];
      }
      assertThat(negative.score().orElseThrow()).isCloseTo(product, within(1e-3));
    }
    assertThat(negatives).extracting(negative -> -negative.score().orElseThrow()).isSorted();
  }

  @Test
  void theGraphFindsWhatTheScanFinds() throws IOException {
    List<Example> exact = mine(settings(4, "nearest"), example("q", "chest pain", "D2"));
    MineSettings walking = settings(4, new SearchStrategy.Graph(GraphWalk.ofBeam(32)), "nearest");
    List<Example> graph = mine(walking, example("q", "chest pain", "D2"));
    assertThat(graph.getFirst().items().stream().map(ExampleItem::content))
        .isEqualTo(exact.getFirst().items().stream().map(ExampleItem::content).toList());
  }

  @Test
  void hierarchyGivesParentsAndSiblingsByTreeNumber() throws IOException {
    List<Example> mined = mine(settings(9, "hierarchy"), example("q", "backache", "D3"));
    assertThat(mined.getFirst().items().stream().skip(1).map(ExampleItem::id))
        .containsExactlyInAnyOrder("D1", "D2", "D4");
  }

  @Test
  void lexicalNegativesShareLettersWithTheMention() throws IOException {
    List<Example> mined = mine(settings(2, "lexical"), example("q", "aspirine", "D5"));
    assertThat(mined.getFirst().items().get(1).content()).isEqualTo("Aspirin");
  }

  @Test
  void confusionsAreWrongFirstAnswersOfOtherMentionsAndConceptsOfTheSameForm() throws IOException {
    // The model ranks D7 first for "chest paint", which is gold D4; so D7 confuses "zoster" too.
    List<Example> mined =
        mine(
            settings(9, "confusions"),
            example("a", "chest paint", "D4"),
            example("b", "zoster", "D4"),
            example("c", "zosters", "D8"));
    assertThat(ids(mined.get(1))).containsExactly("D4", "D7", "D8");
    assertThat(mined.get(1).items().get(1).content()).isEqualTo("Chest Paint");
    assertThat(mined.get(1).items().get(1).score()).isEmpty();
    assertThat(ids(mined.get(2))).containsExactly("D8", "D4");
  }

  @Test
  void oneTextWithTwoConceptsHasNeitherAsNegativeAndIsSearchedOnce() throws IOException {
    int before = MODEL.queries();
    List<Example> mined =
        mine(
            settings(9, "nearest", "lexical", "hierarchy", "confusions"),
            example("a", "chest pain", "D2"),
            example("b", "chest pain", "D7"),
            example("c", "Chest Pain", "D2"));
    assertThat(MODEL.queries() - before).isEqualTo(2);
    assertThat(ids(mined.get(0))).startsWith("D2").doesNotContain("D7");
    assertThat(ids(mined.get(1))).startsWith("D7").doesNotContain("D2");
    assertThat(ids(mined.get(2))).startsWith("D2").doesNotContain("D7");
    assertThat(mined).allSatisfy(example -> assertThat(ids(example)).doesNotHaveDuplicates());
  }

  @Test
  void theSameInputsGiveTheSameBytesAndALimitDrawsBySeed() throws IOException {
    Example[] many = new Example[20];
    for (int i = 0; i < many.length; i++) {
      many[i] = example("q" + i, "pain " + i, "D1");
    }
    MineSettings limited = limited(7, 5);
    List<Example> first = mine(limited, many);
    byte[] bytes = Files.readAllBytes(out);
    mine(limited, many);
    assertThat(Files.readAllBytes(out)).isEqualTo(bytes);
    assertThat(first).hasSize(5);
    List<Integer> places =
        first.stream().map(one -> Integer.parseInt(one.query().id().substring(1))).toList();
    assertThat(places).isSorted();
    assertThat(mine(limited(8, 5), many)).isNotEqualTo(first);
  }

  @Test
  void positivesOfAnotherFormAreRefusedAndNothingIsWritten() throws IOException {
    LookAlikeModel described =
        new LookAlikeModel(
            MODEL.fingerprint(), 1, new ItemTemplate(ItemTemplate.Description.ALIASES, 90));
    ExampleWriter.write(in, List.of(example("q", "chest pain", "D2")));
    NegativeMiner miner = new NegativeMiner(described, index, ONTOLOGY, settings(2, "nearest"));
    assertThatThrownBy(() -> miner.mine(in, out, Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("such as 'Chest Pain'");
    assertThat(out).doesNotExist();
  }

  @Test
  void idsKeepThePrefixOfThePositives() throws IOException {
    ExampleItem positive =
        new ExampleItem("MESH:D2", "Chest Pain", OptionalDouble.of(1), "positive");
    List<Example> mined =
        mine(
            settings(2, "nearest"),
            new Example(new ExampleQuery("q", "chest pain"), List.of(positive)));
    assertThat(ids(mined.getFirst()))
        .hasSize(3)
        .doesNotContain("MESH:D3")
        .allMatch(id -> id.startsWith("MESH:D"));
  }

  @Test
  void negativesAreWrittenByTheModelsTemplate() throws IOException {
    LookAlikeModel described =
        new LookAlikeModel(
            MODEL.fingerprint(), 1, new ItemTemplate(ItemTemplate.Description.ALIASES, 90));
    ExampleItem positive =
        new ExampleItem("D2", "Chest Pain [SEP] Angina", OptionalDouble.of(1), "positive");
    ExampleWriter.write(
        in, List.of(new Example(new ExampleQuery("q", "backache"), List.of(positive))));
    new NegativeMiner(described, index, ONTOLOGY, settings(1, "nearest"))
        .mine(in, out, Progress.SILENT);
    assertThat(ExampleReader.readAll(out).getFirst().items().get(1).content())
        .isEqualTo("Backache [SEP] Back Pain; Chest Pains");
  }

  private static Offset<Double> within(double distance) {
    return Offset.offset(distance);
  }

  private static List<String> ids(Example example) {
    return example.items().stream().map(ExampleItem::id).toList();
  }

  private List<Example> mine(MineSettings settings, Example... examples) throws IOException {
    ExampleWriter.write(in, List.of(examples));
    new NegativeMiner(MODEL, index, ONTOLOGY, settings).mine(in, out, Progress.SILENT);
    return ExampleReader.readAll(out);
  }

  private static MineSettings settings(int negatives, String... sources) {
    return settings(negatives, new SearchStrategy.Exact(), sources);
  }

  private static MineSettings settings(int negatives, SearchStrategy search, String... sources) {
    return new MineSettings(
        negatives,
        Stream.of(sources).map(SourceShare::parse).toList(),
        20,
        OptionalInt.empty(),
        1,
        search,
        search,
        2,
        2);
  }

  private static MineSettings limited(long seed, int limit) {
    MineSettings all = settings(3, "nearest", "lexical");
    return new MineSettings(
        all.negatives(),
        all.shares(),
        all.depth(),
        OptionalInt.of(limit),
        seed,
        all.fewQueries(),
        all.manyQueries(),
        all.batch(),
        all.threads());
  }

  private static Example example(String id, String query, String gold) {
    Concept concept = ONTOLOGY.find(new ConceptId(gold)).orElseThrow();
    return new Example(
        new ExampleQuery(id, query),
        List.of(new ExampleItem(gold, concept.preferredName(), OptionalDouble.of(1), "positive")));
  }

  private static Concept placed(String id, String place, String... names) {
    Concept named = Concept.named(id, names[0], Arrays.copyOfRange(names, 1, names.length));
    return new Concept(
        named.id(), named.kind(), named.names(), List.of(), List.of(place), List.of(), List.of());
  }
}
