package org.hyperlinker.benchmarks.kernel;

/** The same without the Vector API, where the plain scorers serve. */
final class ScalarChains implements FmaPeak.Chains {

  private static final int ACCUMULATORS = 8;

  @Override
  public int multiplyAdds() {
    return ACCUMULATORS;
  }

  @Override
  public float run(int iterations) {
    float a = 1;
    float b = 2;
    float c = 3;
    float d = 4;
    float e = 5;
    float f = 6;
    float g = 7;
    float h = 8;
    for (int n = 0; n < iterations; n++) {
      a = Math.fma(a, 0.5f, 1);
      b = Math.fma(b, 0.5f, 1);
      c = Math.fma(c, 0.5f, 1);
      d = Math.fma(d, 0.5f, 1);
      e = Math.fma(e, 0.5f, 1);
      f = Math.fma(f, 0.5f, 1);
      g = Math.fma(g, 0.5f, 1);
      h = Math.fma(h, 0.5f, 1);
    }
    return a + b + c + d + e + f + g + h;
  }
}
