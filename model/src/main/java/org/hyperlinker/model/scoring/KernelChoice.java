package org.hyperlinker.model.scoring;

/** Which kernels this JVM and machine can run. */
final class KernelChoice {

  /** Vector code where this machine has it. */
  static final Kernels BEST = best();

  private static final int SHORTEST_BITS = 256;

  private KernelChoice() {}

  private static Kernels best() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return new PlainKernels(
          "the module jdk.incubator.vector is missing; start Java with --add-modules"
              + " jdk.incubator.vector");
    }
    int bits = VectorWidth.bits();
    return bits < SHORTEST_BITS
        ? new PlainKernels("this machine's vectors have " + bits + " bits, the kernels need 256")
        : new VectorKernels();
  }
}
