package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JDK's limits on entities in XML, raised while a file is read by a parser that cannot be told
 * them otherwise. The JDK's own end a large ontology after 100,000 escaped characters. A limit on
 * the size of all entities together stays, against files of a few lines that unfold to gigabytes;
 * what the user set is kept.
 */
final class EntityLimits implements AutoCloseable {

  private static final String EACH = "jdk.xml.maxGeneralEntitySizeLimit";
  private static final String TOGETHER = "jdk.xml.totalEntitySizeLimit";

  /** Of a small file, in characters. */
  private static final long LEAST = 50_000_000;

  /** Entities may be longer than their references: those of an ontology's IRIs some five times. */
  private static final long TIMES = 10;

  private final Map<String, String> set;

  private EntityLimits(Map<String, String> set) {
    this.set = set;
  }

  /** Limits for a file, until closed. */
  static EntityLimits lifted(Path file) throws IOException {
    long size = Files.isRegularFile(file) ? Files.size(file) : 0;
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put(EACH, "0");
    wanted.put(TOGETHER, Long.toString(Math.clamp(TIMES * size, LEAST, Integer.MAX_VALUE)));
    wanted.keySet().removeIf(name -> System.getProperty(name) != null);
    wanted.forEach(System::setProperty);
    return new EntityLimits(wanted);
  }

  @Override
  public void close() {
    set.keySet().forEach(System::clearProperty);
  }
}
