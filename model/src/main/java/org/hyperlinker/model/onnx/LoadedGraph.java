package org.hyperlinker.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperlinker.model.ModelFileException;

/**
 * A graph that ONNX Runtime has loaded, whatever it computes.
 *
 * @param file where it lies
 * @param environment of the session
 * @param session to be closed
 */
record LoadedGraph(Path file, OrtEnvironment environment, OrtSession session)
    implements AutoCloseable {

  /**
   * Loads a graph.
   *
   * @param threads within one operation, at least 1
   * @throws ModelFileException if it is missing or broken
   */
  static LoadedGraph load(Path file, int threads) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException(
          file, "no such file; export the model, in this precision, or choose another runtime");
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = options(threads)) {
      return new LoadedGraph(
          file, environment, environment.createSession(file.toString(), options));
    } catch (OrtException e) {
      throw broken(file, e);
    }
  }

  static ModelFileException broken(Path file, OrtException e) {
    return new ModelFileException(file, "ONNX Runtime cannot load it (export the model again)", e);
  }

  private static OrtSession.SessionOptions options(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    options.setIntraOpNumThreads(threads);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    // Between runs the cores belong to the search, not to idle workers that wait in a loop.
    options.addConfigEntry("session.force_spinning_stop", "1");
    return options;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot end: " + e.getMessage(), e);
    }
  }
}
