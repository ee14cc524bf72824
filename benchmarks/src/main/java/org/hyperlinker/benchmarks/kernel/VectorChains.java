package org.hyperlinker.benchmarks.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Twelve accumulators: two multiply-add units with a latency of four cycles need eight, and with
 * the two constants they fit into 16 registers.
 */
final class VectorChains implements FmaPeak.Chains {

  private static final VectorSpecies<Float> S =
      FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_256;

  private static final int ACCUMULATORS = 12;

  @Override
  public int multiplyAdds() {
    return ACCUMULATORS * S.length();
  }

  @Override
  public float run(int iterations) {
    FloatVector factor = FloatVector.broadcast(S, 0.5f);
    FloatVector summand = FloatVector.broadcast(S, 1f);
    FloatVector a = FloatVector.broadcast(S, 1f);
    FloatVector b = FloatVector.broadcast(S, 2f);
    FloatVector c = FloatVector.broadcast(S, 3f);
    FloatVector d = FloatVector.broadcast(S, 4f);
    FloatVector e = FloatVector.broadcast(S, 5f);
    FloatVector f = FloatVector.broadcast(S, 6f);
    FloatVector g = FloatVector.broadcast(S, 7f);
    FloatVector h = FloatVector.broadcast(S, 8f);
    FloatVector i = FloatVector.broadcast(S, 9f);
    FloatVector j = FloatVector.broadcast(S, 10f);
    FloatVector k = FloatVector.broadcast(S, 11f);
    FloatVector l = FloatVector.broadcast(S, 12f);
    for (int n = 0; n < iterations; n++) {
      a = a.fma(factor, summand);
      b = b.fma(factor, summand);
      c = c.fma(factor, summand);
      d = d.fma(factor, summand);
      e = e.fma(factor, summand);
      f = f.fma(factor, summand);
      g = g.fma(factor, summand);
      h = h.fma(factor, summand);
      i = i.fma(factor, summand);
      j = j.fma(factor, summand);
      k = k.fma(factor, summand);
      l = l.fma(factor, summand);
    }
    return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
  }
}
