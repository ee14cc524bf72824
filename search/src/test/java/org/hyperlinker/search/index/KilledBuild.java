package org.hyperlinker.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.search.HashModel;

/** A process that builds an index, of two rows, and dies at the stage of its arguments. */
final class KilledBuild {

  static final int CODE = 137;
  static final int ROWS = 2;

  private KilledBuild() {}

  /** Directory, stage, how much of it is done. */
  public static void main(String[] arguments) throws IOException {
    long end = Long.parseLong(arguments[2]);
    IndexBuilder.build(
        new HashModel("f00d"),
        new KnowledgeBase(List.of(Concept.named("D000001", "Calcimycin", "Antibiotic A23187"))),
        new IndexSettings(RowKind.NAME, true, 64),
        Path.of(arguments[0]),
        (stage, done, total) -> {
          if (stage.equals(arguments[1]) && done == end) {
            Runtime.getRuntime().halt(CODE);
          }
        });
  }
}
