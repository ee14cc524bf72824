package org.hyperlinker.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.corpus.CorpusFormat;
import org.hyperlinker.formats.corpus.Predictions;
import org.hyperlinker.server.json.AskedText;
import org.hyperlinker.server.problem.Problem;
import org.hyperlinker.server.queue.LinkQueue;
import org.hyperlinker.server.queue.Linked;
import org.hyperlinker.server.system.Lease;
import org.hyperlinker.server.system.Systems;

/**
 * A BioC collection with its links written into it. Its mentions are linked; where it has none,
 * they are found. The readers and writers of {@code formats} work on files, so it passes through
 * temporary ones.
 */
final class BioCAction implements Endpoint.Action {

  private static final Set<String> XML = Set.of("application/xml", "text/xml");
  private static final String JSON = "application/vnd.bioc+json";

  private final Systems systems;
  private final LinkQueue queue;
  private final Duration limit;

  BioCAction(Systems systems, LinkQueue queue, Duration limit) {
    this.systems = systems;
    this.queue = queue;
    this.limit = limit;
  }

  static boolean reads(String mediaType) {
    return XML.contains(mediaType) || mediaType.equals(JSON);
  }

  @Override
  public Reply answer(Call call) throws Exception {
    CorpusFormat format =
        call.mediaType().equals(JSON) ? CorpusFormat.BIOC_JSON : CorpusFormat.BIOC_XML;
    double least = call.parameter("threshold").map(BioCAction::share).orElse(0.0);
    Path folder = Files.createTempDirectory("hyperlinker-request");
    try (Lease lease = systems.named(call.parameter("system")).lease()) {
      List<Document> documents = read(call.body(), format, folder.resolve("body"));
      boolean find = documents.stream().flatMap(Document::mentions).findAny().isEmpty();
      List<AskedText> asked =
          documents.stream().map(d -> new AskedText(d, find).bounded()).toList();
      List<Document> linked =
          queue.link(lease.system(), asked, limit).stream()
              .map(one -> written(one, least))
              .toList();
      Path answer = folder.resolve("answer");
      format.writer().write(answer, linked);
      return Reply.of(call.mediaType(), Files.readAllBytes(answer));
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  private static Document written(Linked one, double least) {
    return Predictions.in(one.document(), one.links(), least);
  }

  private static List<Document> read(byte[] body, CorpusFormat format, Path file)
      throws IOException {
    if (gzipped(body)) {
      // The readers would unpack it, to a thousand times its size.
      throw new Problem(
          Problem.Kind.UNSUPPORTED_TYPE, "the body is gzipped; send it as it is without");
    }
    Files.write(file, body);
    List<Document> documents = new ArrayList<>();
    try {
      format.reader().read(file, documents::add);
    } catch (FormatException e) {
      // Where the server keeps the body is of no use to who sent it.
      throw new Problem(
          Problem.Kind.BAD_REQUEST, e.getMessage().replace(file.toString(), "the body"));
    }
    return documents;
  }

  private static boolean gzipped(byte[] body) {
    return body.length > 1
        && (body[0] & 0xff | (body[1] & 0xff) << Byte.SIZE) == GZIPInputStream.GZIP_MAGIC;
  }

  private static double share(String text) {
    try {
      double share = Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // The complaint below says what is expected.
    }
    throw new Problem(
        Problem.Kind.BAD_REQUEST,
        "threshold is wrong: expected a number from 0 to 1, found " + text);
  }
}
