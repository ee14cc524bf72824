package org.hyperlinker.model.weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.model.ModelFileException;

/**
 * The digests of a model's weight files: of the files themselves, or, of a model that has only its
 * exported graphs, of those that it was exported from, as {@value #FILE} keeps them in the form of
 * {@code sha256sum}.
 */
public final class WeightDigests {

  /** Stands in the place of weights that were left out. */
  public static final String FILE = "weights.sha256";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](\\S.*)");

  private WeightDigests() {}

  /** Whether a model directory has its digests in the place of weights. */
  public static boolean standIn(Path modelDirectory) {
    return Files.isRegularFile(modelDirectory.resolve(FILE))
        && !Files.exists(modelDirectory.resolve(WeightFiles.SINGLE))
        && !Files.exists(modelDirectory.resolve(WeightFiles.INDEX));
  }

  /**
   * The digests in the order of {@link WeightFiles#list}; reads every weight there is.
   *
   * @throws ModelFileException if there are neither weights nor digests, or these are malformed
   */
  public static List<String> of(Path modelDirectory) throws IOException {
    return standIn(modelDirectory)
        ? read(modelDirectory.resolve(FILE)).stream().map(line -> line.substring(0, 64)).toList()
        : lines(modelDirectory).stream().map(line -> line.substring(0, 64)).toList();
  }

  /** Writes the digests of a model's weights into the directory of a model without them. */
  public static void write(Path modelDirectory, Path target) throws IOException {
    List<String> lines =
        standIn(modelDirectory) ? read(modelDirectory.resolve(FILE)) : lines(modelDirectory);
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(target.resolve(FILE), stream -> stream.write(bytes));
  }

  private static List<String> lines(Path modelDirectory) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : WeightFiles.list(modelDirectory)) {
      lines.add(Sha256.of(file) + "  " + file.getFileName());
    }
    return lines;
  }

  private static List<String> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.stream().allMatch(line -> LINE.matcher(line).matches())) {
      throw new ModelFileException(
          file, "no digests of weights", "lines as sha256sum writes them", lines.size() + " lines");
    }
    return lines;
  }
}
