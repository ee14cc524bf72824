package org.hyperlinker.experiments.step;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.model.encoding.LinkingModel;

/** How models are served. */
public interface Models {

  /** Opens a model, which the caller closes. */
  LinkingModel open(Path directory, int threads) throws IOException;

  /** What would serve this model, for tables. */
  String runtime(Path directory);
}
