package org.hyperlinker.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A small file in every state of damage: cut at each byte, and with each byte changed in several
 * ways. Reading must end in records or in one fault of that file; nothing else is allowed.
 */
public final class Damage {

  /** Bytes that mean something in one format or another. */
  private static final byte[] TELLING =
      "\0\t\n\r \"&',-0:;<[{|}\\".getBytes(StandardCharsets.UTF_8);

  private final Path file;
  private final Reading reading;

  /** What reads the file; it says how many records there were. */
  @FunctionalInterface
  public interface Reading {
    /** Reads the file that is damaged, or one that leads to it. */
    long read(Path file) throws IOException;
  }

  /** Damage to this file. */
  public Damage(Path file, Reading reading) {
    this.file = file;
    this.reading = reading;
  }

  /**
   * Cuts the sample at each byte.
   *
   * @param closed whether the format has an end, so that every cut before it must be noticed
   */
  public void cut(byte[] sample, boolean closed) throws IOException {
    long whole = outcome(sample, "whole").orElseThrow();
    int end =
        new String(sample, StandardCharsets.UTF_8)
            .stripTrailing()
            .getBytes(StandardCharsets.UTF_8)
            .length;
    for (int length = 0; length < sample.length; length++) {
      Optional<Long> read =
          outcome(Arrays.copyOf(sample, length), "the first " + length + " bytes");
      if (read.isPresent()) {
        assertThat(read.get()).as("records in %d bytes", length).isLessThanOrEqualTo(whole);
        assertThat(closed && length < end).as("%d of %d bytes pass", length, end).isFalse();
      }
    }
  }

  /** Changes each byte, always in the same ways. */
  public void change(byte[] sample) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (int at = 0; at < sample.length; at++) {
      byte[] changed = sample.clone();
      byte[] others = {
        (byte) (sample[at] ^ 1),
        (byte) (sample[at] ^ 0x80),
        TELLING[random.nextInt(TELLING.length)],
        TELLING[random.nextInt(TELLING.length)]
      };
      for (byte other : others) {
        changed[at] = other;
        outcome(changed, "byte " + at + " is " + other);
      }
    }
  }

  private Optional<Long> outcome(byte[] content, String what) throws IOException {
    Files.write(file, content);
    try {
      return Optional.of(reading.read(file));
    } catch (FormatException e) {
      assertThat(e.getMessage())
          .as(what)
          .startsWith(file.toString())
          .doesNotContain("\n", "\r")
          .contains("; expected ", ", found ");
      assertThat(e.line()).as("%s: %s", what, e.getMessage()).isLessThanOrEqualTo(lines(content));
      return Optional.empty();
    } catch (IOException | RuntimeException | Error e) {
      return fail(what + ": " + new String(content, StandardCharsets.UTF_8), e);
    }
  }

  private static long lines(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return 2 + text.chars().filter(c -> c == '\n' || c == '\r').count();
  }
}
