package org.hyperlinker.benchmarks.figures;

/**
 * A kernel over synthetic rows.
 *
 * @param query what scores: a q-net's shape such as {@code [384, 64, 1]}, or {@code inner product}
 *     with its width
 * @param storage of the rows
 * @param threads that worked
 * @param queriesPerPass how many queries passed over the rows together
 * @param rows how many were scored
 * @param millis for one query over these rows, a pass divided by its queries
 * @param gflops operations of the matrix products, two for each multiply-add, in thousand millions
 *     a second; the median
 * @param peakShare those over the peak measured just before, the median over the rounds
 * @param scanRatio time for a row over that of the single-precision inner-product scan, 384 wide
 *     and for one query, measured just before, the median over the rounds
 * @param overlapTop100 the share of the 100 best rows in single precision that are among the 100
 *     best in this storage, the mean over the queries
 */
public record KernelFigure(
    String query,
    String storage,
    int threads,
    int queriesPerPass,
    int rows,
    Spread millis,
    double gflops,
    double peakShare,
    double scanRatio,
    double overlapTop100) {}
