package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code export}, and the runtimes that a model can be served by. */
@ExtendWith(TinyPipeline.Shared.class)
class ExportVerbTest {

  @TempDir Path folder;

  @Test
  void linksAlikeWithEitherRuntime(TinyPipeline tiny) throws IOException {
    Path model = TinyPipeline.copy(tiny.model(), folder.resolve("model"));
    assertThat(concepts(link(tiny, model))).isEqualTo(concepts(link(tiny, tiny.model()).done()));
    exportsAgain(model);
    CommandRun torch = link(tiny, model, "--runtime", "libtorch").done();
    CommandRun onnx = link(tiny, model, "--runtime", "onnx").done();
    assertThat(concepts(onnx)).hasSize(3).isEqualTo(concepts(torch));
    CommandRun auto = link(tiny, model, "--threads", "1").done();
    assertThat(concepts(auto)).isEqualTo(concepts(onnx));
    link(tiny, model, "--runtime", "onnx-int8").done();
    anIndexSaysWhichRuntimeMadeIt(tiny, model);
    anExportOfAnotherModelIsRefused(tiny, model);
  }

  private static void exportsAgain(Path model) {
    CommandRun run = CommandRun.of("export", model, "--int8").done();
    assertThat(run.out().lines()).hasSize(4).allMatch(line -> line.endsWith(" MB"));
    assertThat(model.resolve("onnx"))
        .isDirectoryContaining("glob:**/query_encoder.onnx")
        .isDirectoryContaining("glob:**/item_encoder.onnx")
        .isDirectoryContaining("glob:**/query_encoder.int8.onnx")
        .isDirectoryContaining("glob:**/item_encoder.int8.onnx");
  }

  private void anIndexSaysWhichRuntimeMadeIt(TinyPipeline tiny, Path model) throws IOException {
    Path eight = folder.resolve("index-int8");
    CommandRun.of(
            "index",
            "--model",
            model,
            "--runtime",
            "onnx-int8",
            "--ontology",
            tiny.knowledgeBase(),
            "--rows",
            "concept",
            "--out",
            eight)
        .done();
    assertThat(Files.readString(eight.resolve("index.json"))).contains("\"onnx-int8\"");
    tiny.link(eight).done();
  }

  private static void anExportOfAnotherModelIsRefused(TinyPipeline tiny, Path model)
      throws IOException {
    Path settings = model.resolve("hyperlinker.json");
    String own = Files.readString(settings);
    Files.writeString(
        settings, own.replaceFirst("\"item_max_length\" : \\d+", "\"item_max_length\" : 9"));
    assertThat(Files.readString(settings)).isNotEqualTo(own);
    assertThat(link(tiny, model).complaint())
        .contains("exported from another model")
        .contains("export the model again");
  }

  @Test
  void withoutAnExportLibtorchServes(TinyPipeline tiny) throws IOException {
    tiny.exported.done();
    Path model = folder.resolve("model");
    Files.createDirectory(model);
    try (var files = Files.list(tiny.model())) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Files.copy(file, model.resolve(file.getFileName()));
      }
    }
    assertThat(link(tiny, model, "--runtime", "onnx").complaint())
        .contains("query_encoder.onnx: no such file; export the model");
    assertThat(concepts(link(tiny, model).done())).hasSize(3);
  }

  private static CommandRun link(TinyPipeline tiny, Path model, String... more) {
    List<Object> words = new ArrayList<>(List.of("link", "--model", model));
    words.addAll(List.of("--index", tiny.index(), "--text", "Acute pain."));
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
}
