package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.pretrained.BundleFiles;
import org.hyperlinker.pretrained.BundleLimits;
import org.hyperlinker.pretrained.BundleManifest;
import org.hyperlinker.pretrained.BundleWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hyperlinker bundle}. */
@Command(
    name = "bundle",
    header = "Lay a model and its index as the bundle that comes with the program.",
    description = {
      "The bundle has what linking takes: of the model its 8-bit query encoder, and the whole index"
          + " with its rule and calibration. Model and index must belong together, and the bundle"
          + " must fit into the repository: 120 MB together, 50 MB a file. bundle.json lists every"
          + " file with its checksum. A bundle that was there is replaced, whole or not at all.",
      "With --check a bundle is compared with its checksums instead."
    },
    footer = {
      "  hyperlinker export runs/compact-hypencoder/model --int8",
      "  hyperlinker index --compact --model runs/compact-hypencoder/model \\",
      "      --ontology runs/prepared/knowledge-base.jsonl.gz --out"
          + " runs/compact-hypencoder/bundled",
      "  hyperlinker bundle --model runs/compact-hypencoder/model \\",
      "      --index runs/compact-hypencoder/bundled \\",
      "      --out pretrained/src/main/resources/org/hyperlinker/pretrained/bundle \\",
      "      --made-by \"hyperlinker train configs/minilm/compact-hypencoder.yaml\"",
      "  hyperlinker bundle --check pretrained/src/main/resources/org/hyperlinker/pretrained/bundle"
    })
final class BundleCommand extends Verb {

  private static final double MEGABYTE = 1e6;

  @Option(names = "--model", paramLabel = "DIR", description = "A model exported with --int8.")
  Path model;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "An index built with this model, with --compact.")
  Path index;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
  Path out;

  @Option(
      names = "--made-by",
      paramLabel = "COMMAND",
      description =
          "A command of those that made model and index, for the manifest; may be repeated, in"
              + " their order.")
  String[] commands = {};

  @Option(
      names = "--note",
      paramLabel = "KEY=TEXT",
      description = "More to say of where it comes from, for the manifest; may be repeated.")
  Map<String, String> notes = new LinkedHashMap<>();

  @Option(
      names = "--check",
      paramLabel = "BUNDLE",
      description = "Compare every byte of this bundle with its checksums, and write nothing.")
  Path check;

  BundleCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    if (check != null) {
      say("%s: %s, all as they were written", check, size(BundleFiles.check(check)));
      return;
    }
    if (model == null || index == null || out == null) {
      throw misuse("a bundle needs --model, --index and --out (or --check BUNDLE)");
    }
    BundleManifest laid =
        BundleWriter.write(model, index, out, provenance(), BundleLimits.REPOSITORY);
    laid.files().forEach((path, content) -> say("%8.2f MB  %s", content.bytes() / MEGABYTE, path));
    say("%s: %s", out, size(laid));
  }

  private SortedMap<String, String> provenance() {
    SortedMap<String, String> provenance = new TreeMap<>(notes);
    for (int i = 0; i < commands.length; i++) {
      provenance.put("command.%02d".formatted(i + 1), commands[i]);
    }
    provenance.put("hyperlinker_version", Version.NUMBER);
    return provenance;
  }

  private static String size(BundleManifest manifest) {
    return "%d files, %.1f MB".formatted(manifest.files().size(), manifest.bytes() / MEGABYTE);
  }
}
