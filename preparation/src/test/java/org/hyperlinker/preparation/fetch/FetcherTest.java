package org.hyperlinker.preparation.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.preparation.fetch.FetchedFile.Outcome;
import org.hyperlinker.preparation.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {

  private static final String ZIP = "CDR_Data.zip";
  private static final String DESCRIPTORS = "desc2015.xml";
  private static final String SUPPLEMENT = "supp2015.xml";

  @TempDir private Path directory;
  private FlakyServer server;
  private byte[] descriptors;

  @BeforeEach
  void start() throws IOException {
    server = new FlakyServer();
    descriptors = new byte[300_000];
    new Random(1).nextBytes(descriptors);
    server.serve(DESCRIPTORS, descriptors);
    server.serve(SUPPLEMENT, "supplement".getBytes());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fetchesEverythingOnceAndRecordsDigests() throws Exception {
    List<String> stages = new ArrayList<>();
    List<FetchedFile> files =
        new Fetcher(mesh(), (stage, done, total) -> stages.add(stage + " " + done + "/" + total))
            .fetch();

    assertThat(files).extracting(FetchedFile::outcome).containsOnly(Outcome.FETCHED);
    assertThat(directory.resolve(DESCRIPTORS)).hasBinaryContent(descriptors);
    assertThat(directory.resolve("SHA256SUMS"))
        .hasContent(
            Sha256.of(directory.resolve(DESCRIPTORS))
                + "  desc2015.xml\n"
                + Sha256.of("supplement")
                + "  supp2015.xml\n");
    assertThat(stages).contains("fetch desc2015.xml 0/300000", "fetch desc2015.xml 300000/300000");

    assertThat(fetch(mesh())).extracting(FetchedFile::outcome).containsOnly(Outcome.ALREADY_THERE);
    assertThat(server.requests()).containsExactly("desc2015.xml -", "supp2015.xml -");
    assertThat(names()).containsExactly("SHA256SUMS", DESCRIPTORS, SUPPLEMENT);
  }

  @Test
  void continuesAfterACutWithinOneRun() throws Exception {
    server.cutNextAfter(100_000);

    assertThat(fetch(mesh()).getFirst().outcome()).isEqualTo(Outcome.RESUMED);

    assertThat(directory.resolve(DESCRIPTORS)).hasBinaryContent(descriptors);
    assertThat(server.requests().get(1)).startsWith("desc2015.xml bytes=");
  }

  @Test
  @Timeout(60)
  void continuesAfterAServerFellSilent() throws Exception {
    server.stallNextAfter(100_000);
    FetchOptions options = mesh().withIdleTimeout(Duration.ofMillis(500));

    assertThat(fetch(options).getFirst().outcome()).isEqualTo(Outcome.RESUMED);

    assertThat(directory.resolve(DESCRIPTORS)).hasBinaryContent(descriptors);
    assertThat(server.requests().get(1)).startsWith("desc2015.xml bytes=");
  }

  @Test
  void continuesInALaterRun() throws Exception {
    interruptedAfter(100_000);

    assertThat(fetch(mesh()).getFirst().outcome()).isEqualTo(Outcome.RESUMED);

    assertThat(directory.resolve(DESCRIPTORS)).hasBinaryContent(descriptors);
    assertThat(server.requests().get(1)).startsWith("desc2015.xml bytes=");
    assertThat(names()).containsExactly("SHA256SUMS", DESCRIPTORS, SUPPLEMENT);
  }

  @Test
  void startsOverWhereTheServerIgnoresRanges() throws Exception {
    server.ignoreRanges();
    interruptedAfter(100_000);

    assertThat(fetch(mesh()).getFirst().outcome()).isEqualTo(Outcome.FETCHED);

    assertThat(server.requests().get(1)).startsWith("desc2015.xml bytes=");
    assertThat(directory.resolve(DESCRIPTORS)).hasBinaryContent(descriptors);
  }

  @Test
  void startsOverWhenTheServersFileChanged() throws Exception {
    interruptedAfter(100_000);
    byte[] changed = new byte[200_000];
    new Random(2).nextBytes(changed);
    server.serve(DESCRIPTORS, changed);
    server.version("\"v2\"");

    fetch(mesh());

    assertThat(directory.resolve(DESCRIPTORS)).hasBinaryContent(changed);
  }

  @Test
  void doesNotTrustAPartialFileUnderAWeakTag() throws Exception {
    server.version("W/\"v1\"");
    interruptedAfter(100_000);

    fetch(mesh());

    assertThat(server.requests()).startsWith("desc2015.xml -", "desc2015.xml -");
    assertThat(directory.resolve(DESCRIPTORS)).hasBinaryContent(descriptors);
  }

  @Test
  void triesAgainAfterServerErrors() throws Exception {
    server.fail(DESCRIPTORS, 503, 500);

    fetch(mesh());

    assertThat(directory.resolve(DESCRIPTORS)).hasBinaryContent(descriptors);
    assertThat(server.requests()).filteredOn(r -> r.startsWith(DESCRIPTORS)).hasSize(3);
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    server.fail(DESCRIPTORS, 503, 503, 503);

    assertThatThrownBy(() -> fetch(mesh()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("desc2015.xml: the server answered 503, 3 times");
  }

  @Test
  void doesNotRepeatA404() {
    server.fail(DESCRIPTORS, 404);

    assertThatThrownBy(() -> fetch(mesh()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answered 404 (not found)")
        .hasMessageContaining("mirror");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void saysThatThereIsNoConnection() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    FetchOptions options = mesh().withMirror(URI.create("http://127.0.0.1:" + free));

    assertThatThrownBy(() -> fetch(options))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no connection to 127.0.0.1:" + free)
        .hasMessageContaining("check the network");
  }

  @Test
  void checksGivenDigestsAndKeepsNothingWrong() throws IOException {
    String wrong = "0".repeat(64);

    assertThatThrownBy(() -> fetch(mesh().withSha256(Map.of(DESCRIPTORS, wrong))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wrong SHA-256")
        .hasMessageContaining("expected " + wrong)
        .hasMessageContaining("it is not kept");
    assertThat(names()).isEmpty();
  }

  @Test
  void checksRecordedDigests() throws Exception {
    fetch(mesh());
    Files.delete(directory.resolve(SUPPLEMENT));
    server.serve(SUPPLEMENT, "something else".getBytes());

    assertThatThrownBy(() -> fetch(mesh()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SHA256SUMS records " + Sha256.of("supplement"));
    assertThat(names()).containsExactly("SHA256SUMS", DESCRIPTORS);
  }

  @Test
  void noticesThatAFileOfEarlierChanged() throws Exception {
    fetch(mesh());
    Files.writeString(directory.resolve(SUPPLEMENT), "damaged");

    assertThatThrownBy(() -> fetch(mesh()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wrong SHA-256 of " + directory.resolve(SUPPLEMENT))
        .hasMessageContaining("move the file away");
    assertThat(directory.resolve(SUPPLEMENT)).hasContent("damaged");
  }

  @Test
  void namesTheLineOfABrokenRecord() throws IOException {
    Files.writeString(directory.resolve("SHA256SUMS"), "nonsense\n");

    assertThatThrownBy(() -> fetch(mesh()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SHA256SUMS:1: not a checksum line");
  }

  @Test
  void unpacksAnArchiveOnce() throws Exception {
    server.serve(ZIP, zip("CDR_Data/", "", "CDR_Data/corpus/a.txt", "text"));

    FetchedFile file = fetch(corpus()).getFirst();

    assertThat(file.unpacked()).contains(directory.resolve("bc5cdr"));
    Path text = directory.resolve("bc5cdr/CDR_Data/corpus/a.txt");
    assertThat(text).hasContent("text");
    Files.writeString(text, "kept by the second run");
    fetch(corpus());
    assertThat(text).hasContent("kept by the second run");
  }

  @Test
  void refusesEntriesThatLeaveTheFolder() throws IOException {
    for (String name : List.of("../evil.txt", "a/../../evil.txt", "/evil.txt", "..\\evil.txt")) {
      server.serve(ZIP, zip("good.txt", "good", name, "evil"));

      assertThatThrownBy(() -> fetch(corpus()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("points outside")
          .hasMessageContaining(name);

      assertThat(names()).containsExactly(ZIP, "SHA256SUMS");
      Files.delete(directory.resolve(ZIP));
      Files.delete(directory.resolve("SHA256SUMS"));
    }
    assertThat(directory.resolveSibling("evil.txt")).doesNotExist();
  }

  @Test
  void refusesArchivesThatUnfoldTooFar() throws IOException {
    server.serve(ZIP, zip("bomb.txt", "0".repeat(5_000_000)));
    FetchOptions limited = corpus().withLimits(new UnpackLimits(10, 1_000_000));

    assertThatThrownBy(() -> fetch(limited))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than the 1000000 bytes allowed")
        .hasMessageContaining("bomb.txt");
    assertThat(names()).containsExactly(ZIP, "SHA256SUMS");
  }

  @Test
  void refusesArchivesOfTooManyEntries() throws IOException {
    server.serve(ZIP, zip("a", "1", "b", "2", "c", "3"));
    FetchOptions limited = corpus().withLimits(new UnpackLimits(2, 1_000_000));

    assertThatThrownBy(() -> fetch(limited))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3 entries, allowed are 2");
  }

  @Test
  void saysThatAnArchiveIsNone() {
    server.serve(ZIP, "<html>sign in</html>".getBytes());

    assertThatThrownBy(() -> fetch(corpus()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a readable zip archive");
  }

  private void interruptedAfter(int bytes) {
    server.cutNextAfter(bytes);
    assertThatThrownBy(() -> fetch(mesh().withRetries(1, Duration.ZERO)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("run again later");
    assertThat(directory.resolve("desc2015.xml.partial")).isNotEmptyFile();
  }

  private FetchOptions mesh() {
    return options(DataSet.MESH2015);
  }

  private FetchOptions corpus() {
    return options(DataSet.BC5CDR);
  }

  private FetchOptions options(DataSet set) {
    return FetchOptions.of(List.of(set), directory)
        .withMirror(server.address())
        .withRetries(3, Duration.ZERO);
  }

  private static List<FetchedFile> fetch(FetchOptions options) throws Exception {
    return new Fetcher(options, Progress.SILENT).fetch();
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
