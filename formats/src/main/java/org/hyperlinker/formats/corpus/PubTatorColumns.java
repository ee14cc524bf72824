package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.corpus.Mention;

/** The columns of a PubTator annotation behind its type. */
final class PubTatorColumns {

  private PubTatorColumns() {}

  /** Concepts, individual mentions and columns without a name, as far as they are there. */
  static List<String> of(Mention mention, Omissions omissions) {
    Map<String, String> attributes = mention.attributes();
    Set<String> kept = new HashSet<>();
    List<String> further = new ArrayList<>();
    String name = PubTatorReader.INDIVIDUAL_MENTIONS;
    for (int i = 7; attributes.containsKey(name); name = PubTatorReader.COLUMN + ++i) {
      further.add(attributes.get(name));
      kept.add(name);
    }
    String given = attributes.get(PubTatorReader.CONCEPT_IDS);
    boolean asGiven = given != null && ConceptField.says(given, mention.concepts());
    if (asGiven) {
      kept.add(PubTatorReader.CONCEPT_IDS);
    } else {
      omissions.concepts(mention.concepts());
    }
    omissions.attributes(mention, kept::contains);
    List<String> columns = new ArrayList<>();
    if (!asGiven || !given.isEmpty() || !further.isEmpty()) {
      columns.add(asGiven ? given : ConceptField.format(mention.concepts()));
    }
    columns.addAll(further);
    return columns;
  }
}
