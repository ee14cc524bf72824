package org.hyperlinker.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {

  @TempDir Path folder;

  @Test
  void aFileIsItsBytes() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "abc");
    assertThat(Sha256.of(file))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        .isEqualTo(Sha256.of("abc"));
  }

  @Test
  void aFolderIsTheNamesAndContentsOfItsFiles() throws IOException {
    Path one = pair("one", "text", "T1");
    String digest = Sha256.of(one);
    assertThat(Sha256.of(pair("two", "text", "T1"))).isEqualTo(digest);
    assertThat(Sha256.of(pair("three", "text", "T2"))).isNotEqualTo(digest);
    Files.writeString(one.resolve(".hidden"), "x");
    assertThat(Sha256.of(one)).isEqualTo(digest);
    Files.move(one.resolve("1.ann"), one.resolve("2.ann"));
    assertThat(Sha256.of(one)).isNotEqualTo(digest);
  }

  private Path pair(String name, String text, String annotations) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.writeString(made.resolve("1.ann"), annotations);
    Files.writeString(made.resolve("1.txt"), text);
    return made;
  }
}
