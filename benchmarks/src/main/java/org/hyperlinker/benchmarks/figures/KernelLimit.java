package org.hyperlinker.benchmarks.figures;

/**
 * What the kernels are measured against, all values of the run together.
 *
 * @param threads that worked
 * @param peakGflops multiply-adds in registers, each two operations, in thousand millions a second
 * @param scanRows rows of the inner-product scan, 384 wide, in single precision
 * @param scanMillis its time for one query
 */
public record KernelLimit(int threads, Spread peakGflops, int scanRows, Spread scanMillis) {

  /** Width of the scan's rows. */
  public static final int SCAN_WIDTH = 384;

  /** Bytes that the scan reads in a second, in thousand millions. */
  public double scanGigabytesPerSecond() {
    return (double) scanRows * SCAN_WIDTH * Float.BYTES / (scanMillis.median() * 1e6);
  }
}
