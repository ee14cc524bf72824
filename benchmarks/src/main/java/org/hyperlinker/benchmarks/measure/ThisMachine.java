package org.hyperlinker.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperlinker.benchmarks.figures.Machine;
import org.hyperlinker.model.scoring.Scorers;

/** Describes the machine and the JVM that run this. */
public final class ThisMachine {

  private ThisMachine() {}

  /** What the system and the JVM say. */
  public static Machine describe() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        cpu(),
        runtime.availableProcessors(),
        Memory.total().orElse(0),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        runtime.maxMemory(),
        Scorers.description());
  }

  private static String cpu() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException notLinux) {
      return "unknown";
    }
  }
}
