package org.hyperlinker.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.hyperlinker.core.io.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding and unpacking do not look into the files, so any will do. */
class ClasspathBundleTest {

  private static final String RESOURCES = "org/hyperlinker/pretrained/bundle/";
  private static final Map<String, String> FILES =
      Map.of(
          "model/config.json", "{}",
          "model/onnx/query_encoder.int8.onnx", "a graph",
          "index/generation-1/lucene/segments_1", "a commit");

  @TempDir Path folder;

  private static byte[] manifest() throws IOException {
    TreeMap<String, BundleManifest.Content> contents = new TreeMap<>();
    FILES.forEach(
        (path, text) ->
            contents.put(path, new BundleManifest.Content(text.length(), Sha256.of(text))));
    return new BundleManifest("f00d", new TreeMap<>(Map.of("seed", "11")), contents).json();
  }

  private Path jar(Map<String, String> files) throws IOException {
    Path jar = folder.resolve("bundle.jar");
    try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
      stream.putNextEntry(new JarEntry(RESOURCES + BundleManifest.FILE));
      stream.write(manifest());
      for (Map.Entry<String, String> file : files.entrySet()) {
        stream.putNextEntry(new JarEntry(RESOURCES + file.getKey()));
        stream.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Path directory(Path classes) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      return new ClasspathBundle(loader, new BundleCache(cache())).directory().orElseThrow();
    }
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  @Test
  void outOfAJarItIsUnpackedOnceUnderTheDigestOfItsManifest() throws IOException {
    Path jar = jar(FILES);
    Path unpacked = directory(jar);
    assertThat(unpacked).isEqualTo(cache().resolve(BundleManifest.key(manifest())));
    assertThat(BundleFiles.check(unpacked).files()).hasSize(FILES.size());
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      assertThat(unpacked.resolve(file.getKey())).hasContent(file.getValue());
    }
    Path mark = Files.createFile(unpacked.resolve("mark"));
    assertThat(directory(jar)).isEqualTo(unpacked);
    assertThat(mark).exists();
  }

  @Test
  void aDamagedJarLeavesNothing() throws IOException {
    Map<String, String> damaged = new TreeMap<>(FILES);
    damaged.put("model/config.json", "[]");
    Path jar = jar(damaged);
    assertThatThrownBy(() -> directory(jar))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("model/config.json", "damaged");
    assertThat(cache()).isEmptyDirectory();
  }

  @Test
  void anIncompleteJarNamesWhatIsMissing() throws IOException {
    Map<String, String> incomplete = new TreeMap<>(FILES);
    incomplete.remove("model/config.json");
    Path jar = jar(incomplete);
    assertThatThrownBy(() -> directory(jar)).hasMessageContaining("model/config.json is missing");
  }

  @Test
  void whatWasUnpackedAndShortenedSinceIsRefused() throws IOException {
    Path jar = jar(FILES);
    Path unpacked = directory(jar);
    Files.writeString(unpacked.resolve("model/onnx/query_encoder.int8.onnx"), "a gra");
    assertThatThrownBy(() -> directory(jar))
        .hasMessageContainingAll("query_encoder.int8.onnx", "expected 7 bytes", "remove");
  }

  @Test
  void manyFirstUsersGetTheSameDirectory()
      throws IOException, InterruptedException, ExecutionException {
    Path jar = jar(FILES);
    int users = 8;
    CyclicBarrier together = new CyclicBarrier(users);
    List<Callable<Path>> calls = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      calls.add(
          () -> {
            together.await();
            return directory(jar);
          });
    }
    Set<Path> found = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
      for (Future<Path> answer : threads.invokeAll(calls)) {
        found.add(answer.get());
      }
    }
    assertThat(found).hasSize(1);
    BundleFiles.check(found.iterator().next());
    try (Stream<Path> left = Files.list(cache())) {
      assertThat(left).containsExactlyElementsOf(found);
    }
  }

  @Test
  void inAFolderItIsUsedWhereItLies() throws IOException {
    Path classes = folder.resolve("classes");
    Path bundle = classes.resolve(RESOURCES);
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = bundle.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Files.write(bundle.resolve(BundleManifest.FILE), manifest());
    assertThat(directory(classes)).isEqualTo(bundle);
    assertThat(cache()).doesNotExist();
    Files.writeString(bundle.resolve("model/config.json"), "[]");
    assertThatThrownBy(() -> BundleFiles.check(bundle))
        .hasMessageContainingAll("model/config.json", "damaged");
  }

  @Test
  void aPathOutOfTheBundleIsRefused() {
    byte[] leading =
        "{\"format\":\"hyperlinker-bundle\",\"version\":1,\"files\":{\"../x\":{\"bytes\":1}}}"
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> BundleManifest.parse("bundle.json", leading))
        .hasMessageContaining("no path within a bundle: '../x'");
  }

  @Test
  void whatIsTooLargeForTheRepositoryIsRefused() {
    BundleLimits limits = new BundleLimits(10, 6);
    BundleManifest.Content six = new BundleManifest.Content(6, "");
    BundleManifest.Content seven = new BundleManifest.Content(7, "");
    limits.require(Map.of("a", six));
    assertThatThrownBy(() -> limits.require(Map.of("b", seven)))
        .hasMessageContaining("the bundle's b has 7 bytes, more than 6");
    assertThatThrownBy(() -> limits.require(Map.of("a", six, "c", six)))
        .hasMessageContaining("12 bytes, more than 10");
  }
}
