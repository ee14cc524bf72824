package org.hyperlinker.formats.corpus;

import java.util.Map;
import java.util.TreeMap;

/** The columns of a document's rows: those of the format, and those it was read with. */
final class ConllColumns {

  private final TreeMap<Integer, String[]> further = new TreeMap<>();
  private final int tag;
  private int row;

  ConllColumns(Map<String, String> attributes) {
    this.tag = Integer.parseInt(attributes.getOrDefault(ConllReader.TAG_COLUMN, "2"));
    attributes.forEach(
        (name, value) -> {
          if (name.startsWith(ConllReader.COLUMN)) {
            int number = Integer.parseInt(name.substring(ConllReader.COLUMN.length()));
            further.put(number, value.split("\n", -1));
          }
        });
  }

  /**
   * The next row, with its line end.
   *
   * @param goesOn whether the token is the rest of one that was read, which a mention has cut
   */
  String row(String token, String bio, String concepts, boolean goesOn) {
    row -= goesOn ? 1 : 0;
    StringBuilder line = new StringBuilder(token);
    int last = further.isEmpty() ? tag + 1 : Math.max(tag + 1, further.lastKey());
    for (int column = 2; column <= last; column++) {
      String[] cells = further.get(column);
      line.append('\t');
      if (column == tag) {
        line.append(bio);
      } else if (column == tag + 1) {
        line.append(concepts);
      } else {
        line.append(cells != null && row < cells.length ? cells[row] : "_");
      }
    }
    row++;
    return line.append('\n').toString();
  }
}
