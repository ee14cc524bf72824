package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline by its commands, on the demo's excerpts, in a few steps and with one row each. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {

  private static final Path EXCERPTS = Path.of("src/main/resources/org/hyperlinker/cli/demo");
  private static final Path TRAIN = EXCERPTS.resolve("CDR_TrainingSet-excerpt.PubTator.txt");
  private static final Path TEST = EXCERPTS.resolve("CDR_DevelopmentSet-excerpt.PubTator.txt");

  @TempDir static Path folder;

  private static Path prepared() {
    return folder.resolve("prepared");
  }

  private static Path model() {
    return folder.resolve("run").resolve("model");
  }

  private static Path index() {
    return folder.resolve("index");
  }

  @Test
  @Order(1)
  void prepares() {
    CommandRun run =
        CommandRun.of(
            "prepare",
            "--corpus",
            "train=" + TRAIN,
            "--corpus",
            "validation=" + TEST,
            "--ontology",
            EXCERPTS.resolve("desc2015-excerpt.xml.gz"),
            "--ontology",
            EXCERPTS.resolve("supp2015-excerpt.xml.gz"),
            "--window",
            "0",
            "--item",
            "name",
            "--name-pairs",
            "1",
            "--study-formats",
            "--out",
            prepared());
    assertDone(run);
    assertThat(run.out())
        .contains("510 concepts with 4,577 names")
        .contains("train: 24 documents, 386 mentions");
    assertThat(prepared())
        .isDirectoryContaining("glob:**/knowledge-base.jsonl.gz")
        .isDirectoryContaining("glob:**/train.jsonl")
        .isDirectoryContaining("glob:**/names.jsonl")
        .isDirectoryContaining("glob:**/manifest.json")
        .isDirectoryContaining("glob:**/mesh2015.json.gz");
  }

  @Test
  @Order(2)
  void mixes() {
    CommandRun run =
        CommandRun.of(
            "mix",
            prepared().resolve("train.jsonl") + ":2",
            prepared().resolve("names.jsonl"),
            "--out",
            folder.resolve("examples.jsonl"));
    assertDone(run);
    assertThat(folder.resolve("examples.jsonl")).isNotEmptyFile();
  }

  @Test
  @Order(3)
  void trains() throws IOException {
    String demo = Files.readString(EXCERPTS.resolve("demo.yaml"));
    Path config =
        Files.writeString(
            folder.resolve("tiny.yaml"),
            demo.replace("@DIR@", folder.toString())
                .replace("@STEPS@", "2")
                .replace("per_device_train_batch_size: 32", "per_device_train_batch_size: 4"));
    CommandRun run = CommandRun.of("train", config);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(model().resolve("model.safetensors")).isNotEmptyFile();
    assertThat(run.out()).contains(model().toString());
  }

  @Test
  @Order(4)
  void indexes() {
    CommandRun run =
        CommandRun.of(
            "index",
            "--model",
            model(),
            "--ontology",
            prepared().resolve("knowledge-base.jsonl.gz"),
            "--rows",
            "concept",
            "--out",
            index());
    assertDone(run);
    assertThat(run.out()).contains("510 rows for 510 concepts, width 384");
  }

  @Test
  @Order(5)
  void evaluates() throws IOException {
    Path json = folder.resolve("evaluation.json");
    Path mentions = folder.resolve("mentions.jsonl");
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--model",
            model(),
            "--index",
            index(),
            "--corpus",
            TEST,
            "--train",
            TRAIN,
            "--protocol",
            "both",
            "--json",
            json,
            "--mentions",
            mentions);
    assertDone(run);
    assertThat(run.out()).contains("restricted").contains("full").contains("unseen");
    assertThat(Files.readString(folder.resolve("evaluation.full.json")))
        .contains("model_fingerprint");
    assertThat(folder.resolve("mentions.restricted.jsonl")).isNotEmptyFile();
  }

  @Test
  @Order(6)
  void judges() throws IOException {
    Path answers = folder.resolve("mentions.full.jsonl");
    CommandRun compared =
        CommandRun.of(
            "compare",
            "one=" + answers,
            "same=" + answers,
            "--resamples",
            "200",
            "--json",
            folder.resolve("comparison.json"));
    assertDone(compared);
    assertThat(compared.out()).contains("one - same").contains("+0.0000");
    CommandRun errors =
        CommandRun.of(
            "errors",
            answers,
            "--ontology",
            prepared().resolve("knowledge-base.jsonl.gz"),
            "--corpus",
            TEST,
            "--json",
            folder.resolve("errors.json"));
    assertDone(errors);
    assertThat(errors.out()).contains("too general").contains("first candidates are wrong");
    CommandRun calibrated =
        CommandRun.of(
            "calibrate",
            answers,
            "--report",
            folder.resolve("evaluation.full.json"),
            "--folds",
            "2",
            "--out",
            folder.resolve("calibration.json"),
            "--json",
            folder.resolve("calibration-report.json"));
    assertDone(calibrated);
    assertThat(calibrated.out()).contains("expected calibration error");
    CommandRun report =
        CommandRun.of("report", folder, "--out", folder.resolve("report.html"), "--title", "Tiny");
    assertDone(report);
    assertThat(report.out()).contains("Confidence", "What goes wrong", "Provenance");
    assertThat(Files.readString(folder.resolve("report.html"))).contains("<h1>Tiny</h1>");
  }

  @Test
  @Order(7)
  void linksOnlyWhatIsSure() {
    Object[] link = {
      "link",
      "--model",
      model(),
      "--index",
      index(),
      "--text",
      "Lidocaine-induced cardiac asystole.",
      "--mention",
      "Lidocaine",
      "--calibration",
      folder.resolve("calibration.json"),
      "--min-probability",
      "1"
    };
    CommandRun run = CommandRun.of(link);
    assertDone(run);
    assertThat(run.out()).contains("no concept; the nearest:").contains("  p 0.");
    link[link.length - 1] = "0";
    assertThat(CommandRun.of(link).out()).doesNotContain("no concept");
  }

  @Test
  @Order(6)
  void links() {
    CommandRun table =
        CommandRun.of(
            "link",
            "--model",
            model(),
            "--index",
            index(),
            "--text",
            "Lidocaine-induced cardiac asystole.",
            "--mention",
            "Lidocaine",
            "--span",
            "18:34",
            "--top",
            "3");
    assertDone(table);
    assertThat(table.out()).contains("0-9  \"Lidocaine\"").contains("18-34  \"cardiac asystole\"");
    assertThat(table.out().lines()).hasSize(8);
  }

  @Test
  @Order(7)
  void benches() throws IOException {
    Path json = folder.resolve("bench.json");
    Path page = folder.resolve("docs").resolve("performance.md");
    Path picture = folder.resolve("docs").resolve("performance.svg");
    CommandRun run =
        CommandRun.of(
            "bench",
            "--part",
            "pipeline,growth",
            "--system",
            "tiny=" + model() + "," + index(),
            "--corpus",
            TEST,
            "--threads",
            "1",
            "--queries",
            "2",
            "--bulk",
            "3",
            "--beams",
            "16",
            "--candidates",
            "50",
            "--rows",
            "300,600",
            "--graph-rows-max",
            "300",
            "--growth-queries",
            "2",
            "--warm-up",
            "1",
            "--json",
            json);
    assertDone(run);
    assertThat(run.out()).contains("tiny, graph walk").contains("bare encoder");
    CommandRun drawn =
        CommandRun.of("bench", "--from", json, "--markdown", page, "--picture", picture);
    assertDone(drawn);
    assertThat(drawn.out()).isEqualTo(run.out());
    assertThat(Files.readString(page))
        .contains("(performance.svg)")
        .contains("| tiny | graph, beam 16 | 1 |")
        .contains("no graph: asked for up to 300 rows");
    assertThat(Files.readString(picture)).startsWith("<svg").contains("tiny, exact");
  }

  @Test
  @Order(7)
  void linksAFile() {
    CommandRun run = CommandRun.of("link", "--model", model(), "--index", index(), TEST, "--json");
    assertDone(run);
    assertThat(run.out().lines())
        .hasSizeGreaterThan(90)
        .allMatch(line -> line.startsWith("{\"document\":") && line.contains("\"candidates\":[{"));
  }

  @Test
  @Order(7)
  void linksByAnySearch() {
    for (String search : List.of("graph", "two-stage", "budget")) {
      CommandRun run =
          CommandRun.of(
              "link",
              "--model",
              model(),
              "--index",
              index(),
              "--text",
              "Lidocaine-induced cardiac asystole.",
              "--mention",
              "Lidocaine",
              "--search",
              search,
              "--beam",
              "20");
      assertDone(run);
      assertThat(run.out().lines()).as(search).hasSize(6);
    }
    CommandRun greedy =
        CommandRun.of(
            "link",
            "--model",
            model(),
            "--index",
            index(),
            "--text",
            "A b.",
            "--mention",
            "b",
            "--search",
            "greedy");
    assertThat(greedy.code()).isEqualTo(1);
    assertThat(greedy.err()).contains("build it with --neighbours");
  }

  @Test
  @Order(7)
  void evaluatesByTheGraph() {
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--model",
            model(),
            "--index",
            index(),
            "--corpus",
            TEST,
            "--protocol",
            "full",
            "--search",
            "graph");
    assertDone(run);
    assertThat(run.out()).contains("full");
  }

  @Test
  @Order(7)
  void minesScoresAndLearnsFromBoth() throws IOException {
    Path mined = folder.resolve("mined.jsonl");
    Path scored = folder.resolve("scored.jsonl.gz");
    CommandRun mining =
        CommandRun.of(
            "mine",
            "--model",
            model(),
            "--index",
            index(),
            "--ontology",
            prepared().resolve("knowledge-base.jsonl.gz"),
            "--examples",
            prepared().resolve("train.jsonl"),
            "--negatives",
            "4",
            "--limit",
            "20",
            "--out",
            mined);
    assertDone(mining);
    assertThat(mining.out())
        .contains("20 examples of ")
        .containsPattern("negatives: \\d+ nearest, \\d+ lexical, \\d+ hierarchy, \\d+ confusions");
    CommandRun scoring =
        CommandRun.of(
            "score", "--model", model(), "--model", model(), "--examples", mined, "--out", scored);
    assertDone(scoring);
    assertThat(scoring.out()).contains("20 examples").contains("spread within queries");
    String demo = Files.readString(EXCERPTS.resolve("demo.yaml"));
    Path config =
        Files.writeString(
            folder.resolve("distilled.yaml"),
            demo.replace("@DIR@/examples.jsonl", scored.toString())
                .replace("@DIR@/run", folder.resolve("distilled").toString())
                .replace("@STEPS@", "1")
                .replace("label_key: null", "label_key: score")
                .replace("num_negatives_to_sample: 0", "num_negatives_to_sample: 4")
                .replace("[cross_entropy]", "[cross_entropy, margin_mse]")
                .replace(
                    "- use_in_batch_negatives: true",
                    "- use_in_batch_negatives: true\n    - scale: 0.1")
                .replace("per_device_train_batch_size: 32", "per_device_train_batch_size: 4"));
    CommandRun training = CommandRun.of("train", config);
    assertThat(training.code()).as(training.err()).isZero();
    assertThat(folder.resolve("distilled/model/model.safetensors")).isNotEmptyFile();
  }

  @Test
  @Order(7)
  void pretrains() {
    Path out = folder.resolve("pretrained");
    CommandRun run =
        CommandRun.of(
            "pretrain",
            "--ontology",
            prepared().resolve("knowledge-base.jsonl.gz"),
            "--name-pairs",
            "1",
            "--steps",
            "1",
            "--batch",
            "4",
            "--loss",
            "multi_similarity",
            "--out",
            out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains(out.resolve("model").toString());
    assertThat(out.resolve("pretrain.yaml")).content().contains("multi_similarity");
    assertThat(out.resolve("pairs").resolve("names.jsonl")).isNotEmptyFile();
  }

  @Test
  @Order(7)
  void checksTheIndex() throws IOException {
    CommandRun sound = CommandRun.of("index", "--check", index());
    assertDone(sound);
    assertThat(sound.out()).contains("510 rows for 510 concepts");
    Path file = index().resolve("generation-1").resolve("embeddings.packed");
    byte[] bytes = Files.readAllBytes(file);
    bytes[4711] ^= 1;
    Files.write(file, bytes);
    CommandRun damaged = CommandRun.of("index", "--check", index());
    bytes[4711] ^= 1;
    Files.write(file, bytes);
    assertThat(damaged.code()).isEqualTo(1);
    assertThat(damaged.err().lines()).singleElement().asString().contains("embeddings.packed");
  }

  @Test
  @Order(8)
  void retrieves() throws IOException {
    Path documents =
        Files.writeString(
            folder.resolve("documents.jsonl"),
            """
            {"id": "1", "text": "Lidocaine"}
            {"id": "2", "text": "Asystole"}
            """);
    Path queries =
        Files.writeString(
            folder.resolve("queries.jsonl"), "{\"id\": \"q\", \"text\": \"asystole\"}\n");
    Path qrels = Files.writeString(folder.resolve("qrels.json"), "{\"q\": {\"2\": 1}}");
    Path out = folder.resolve("retrieved");
    CommandRun run =
        CommandRun.of(
            "retrieve",
            "--model",
            model(),
            "--documents",
            documents,
            "--queries",
            queries,
            "--qrels",
            qrels,
            "--out",
            out);
    assertDone(run);
    assertThat(run.out()).contains("nDCG@10");
    assertThat(out.resolve("retrieved_items.jsonl")).isNotEmptyFile();
  }

  @Test
  @Order(9)
  void exports() {
    CommandRun before = link("--runtime", "onnx");
    assertThat(before.code()).isEqualTo(1);
    assertThat(before.err()).contains("query_encoder.onnx: no such file; export the model");
    CommandRun run = CommandRun.of("export", model(), "--int8");
    assertDone(run);
    assertThat(run.out().lines()).hasSize(4).allMatch(line -> line.endsWith(" MB"));
    assertThat(model().resolve("onnx"))
        .isDirectoryContaining("glob:**/query_encoder.onnx")
        .isDirectoryContaining("glob:**/item_encoder.onnx")
        .isDirectoryContaining("glob:**/query_encoder.int8.onnx")
        .isDirectoryContaining("glob:**/item_encoder.int8.onnx");
  }

  @Test
  @Order(10)
  void linksAlikeWithEitherRuntime() {
    CommandRun torch = link("--runtime", "libtorch");
    CommandRun onnx = link("--runtime", "onnx");
    assertDone(torch);
    assertDone(onnx);
    assertThat(concepts(onnx)).hasSize(3).isEqualTo(concepts(torch));
    CommandRun auto = link("--threads", "1");
    assertDone(auto);
    assertThat(concepts(auto)).isEqualTo(concepts(onnx));
    assertDone(link("--runtime", "onnx-int8"));
  }

  @Test
  @Order(11)
  void anIndexSaysWhichRuntimeMadeIt() throws IOException {
    Path eight = folder.resolve("index-int8");
    CommandRun run =
        CommandRun.of(
            "index",
            "--model",
            model(),
            "--runtime",
            "onnx-int8",
            "--ontology",
            prepared().resolve("knowledge-base.jsonl.gz"),
            "--rows",
            "concept",
            "--out",
            eight);
    assertDone(run);
    assertThat(Files.readString(eight.resolve("index.json"))).contains("\"onnx-int8\"");
    assertThat(Files.readString(index().resolve("index.json"))).contains("\"libtorch\"");
    assertDone(
        CommandRun.of(
            "link",
            "--model",
            model(),
            "--index",
            eight,
            "--text",
            "A pain.",
            "--mention",
            "pain"));
  }

  @Test
  @Order(12)
  void anExportOfAnotherModelIsRefused() throws IOException {
    Path settings = model().resolve("hyperlinker.json");
    String own = Files.readString(settings);
    Files.writeString(
        settings, own.replaceFirst("\"item_max_length\" : \\d+", "\"item_max_length\" : 9"));
    assertThat(Files.readString(settings)).isNotEqualTo(own);
    CommandRun run = link();
    Files.writeString(settings, own);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("exported from another model")
        .contains("export the model again");
  }

  @Test
  @Order(30)
  void combinesEvidenceAndSwitchesItOff() {
    Path remembering = folder.resolve("remembering");
    CommandRun built =
        CommandRun.of(
            "index",
            "--model",
            model(),
            "--ontology",
            prepared().resolve("knowledge-base.jsonl.gz"),
            "--rows",
            "concept",
            "--memory",
            TRAIN,
            "--out",
            remembering);
    assertDone(built);
    CommandRun combined =
        CommandRun.of(
            "combine", "--model", model(), "--index", remembering, "--corpus", TRAIN, "--folds", 3);
    assertDone(combined);
    assertThat(combined.out())
        .contains("cross-validated over documents in 3 folds")
        .contains("without memory")
        .contains("model alone")
        .contains("same_name");
    assertThat(remembering.resolve("hybrid.json")).isNotEmptyFile();
    assertThat(evaluated(remembering))
        .contains("abbreviations written out")
        .contains("hybrid rule")
        .doesNotContain(" 0 rows of training mentions");
    assertThat(evaluated(remembering, "--no-abbreviations", "--without-memory", "--no-hybrid"))
        .contains("abbreviations as written, 0 rows of training mentions, the model's score alone");
  }

  private static String evaluated(Path index, Object... switches) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--model",
                model(),
                "--index",
                index,
                "--corpus",
                TEST,
                "--protocol",
                "full"));
    words.addAll(List.of(switches));
    CommandRun run = CommandRun.of(words.toArray());
    assertDone(run);
    return run.out();
  }

  private static CommandRun link(String... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("link", "--model", model(), "--index", index(), "--text", "Acute pain."));
    words.addAll(List.of("--mention", "pain", "--top", "3", "--json"));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  /** The ids of the answer, best first. */
  private static List<String> concepts(CommandRun run) {
    return Pattern.compile("\"(?:concept|id)\":\"([DC]\\d+)\"")
        .matcher(run.out())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  @Order(13)
  void anIndexOfAnotherModelIsRefused() throws IOException {
    Path metadata = index().resolve("index.json");
    String own = Files.readString(metadata);
    Files.writeString(
        metadata, own.replaceFirst("(\"fingerprint\"\\s*:\\s*\")[0-9a-f]{8}", "$100000000"));
    assertThat(Files.readString(metadata)).isNotEqualTo(own);
    CommandRun run =
        CommandRun.of(
            "link", "--model", model(), "--index", index(), "--text", "A b.", "--mention", "b");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("was built with model");
  }

  private static void assertDone(CommandRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }
}
