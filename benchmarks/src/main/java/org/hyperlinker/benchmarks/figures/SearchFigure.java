package org.hyperlinker.benchmarks.figures;

/**
 * A search with its cost and its quality.
 *
 * @param search its kind, such as {@code graph}
 * @param setting what was varied, such as {@code beam 128}; may be empty
 * @param usual whether the linker does so unless told otherwise
 * @param threads of encoder and search
 * @param link one mention from its text to ten concepts
 * @param bareEncoder the bare encoder on the same query text, alternating with {@code link}
 * @param recallAt1 mean share of the exact best concept that was found, asked for ten concepts
 * @param recallAt10 of the ten best, asked for ten concepts
 * @param recallAt100 of the hundred best, asked for a hundred, for which walks widen their beam
 * @param rowsShare mean share of the rows that were scored, asked for ten concepts
 */
public record SearchFigure(
    String search,
    String setting,
    boolean usual,
    int threads,
    Latency link,
    Latency bareEncoder,
    double recallAt1,
    double recallAt10,
    double recallAt100,
    double rowsShare) {

  /** The median of a mention over that of the bare encoder. */
  public double ratio() {
    return link.p50() / bareEncoder.p50();
  }
}
