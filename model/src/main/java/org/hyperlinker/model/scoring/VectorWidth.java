package org.hyperlinker.model.scoring;

import jdk.incubator.vector.FloatVector;

/** How long this machine's vectors are; apart, because loading it needs the Vector API. */
final class VectorWidth {

  private VectorWidth() {}

  static int bits() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize();
  }
}
