package org.hyperlinker.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What this process and this machine have of memory; only Linux tells most of it. */
public final class Memory {

  private static final long KIBIBYTE = 1024;

  private Memory() {}

  /** Lets go of what is not used any more, also of packed rows outside the heap. */
  public static void collect() {
    System.gc();
  }

  /** Bytes of reachable objects, after a garbage collection. */
  public static long heapAfterCollection() {
    collect();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Resident bytes of no file. */
  public static OptionalLong privateBytes() {
    return field(Path.of("/proc/self/status"), "RssAnon");
  }

  /** Resident bytes of mapped files. */
  public static OptionalLong mappedBytes() {
    return field(Path.of("/proc/self/status"), "RssFile");
  }

  /** Bytes that programs could still ask for. */
  public static OptionalLong available() {
    return field(Path.of("/proc/meminfo"), "MemAvailable");
  }

  /** Bytes of the machine. */
  public static OptionalLong total() {
    return field(Path.of("/proc/meminfo"), "MemTotal");
  }

  /** A line such as {@code RssAnon: 1024 kB}. */
  static OptionalLong field(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip().split("\\s+")[0])
          .mapToLong(kibibytes -> Long.parseLong(kibibytes) * KIBIBYTE)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
