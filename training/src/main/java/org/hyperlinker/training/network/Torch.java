package org.hyperlinker.training.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/** The libtorch engine. Loaded once for each process; nothing is fetched at run time. */
public final class Torch {

  private static final String OFFLINE = "ai.djl.offline";

  private Torch() {}

  /**
   * The engine, with this many threads for one operation.
   *
   * @param threads 0 for all cores; the number counts only at the first call in a process, because
   *     libtorch fixes it then
   */
  public static Engine engine(int threads) {
    if (System.getProperty(OFFLINE) == null) {
      System.setProperty(OFFLINE, "true");
    }
    int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    if (System.getProperty("ai.djl.pytorch.num_threads") == null) {
      System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(count));
      System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }
    return Engine.getEngine("PyTorch");
  }

  /** A manager whose owner closes it; every array made through it goes with it. */
  public static NDManager newManager(int threads) {
    return engine(threads).newBaseManager();
  }
}
