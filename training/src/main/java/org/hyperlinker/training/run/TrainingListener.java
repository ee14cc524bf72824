package org.hyperlinker.training.run;

import java.nio.file.Path;

/** What a run tells whoever watches it. Called on the training thread; must return quickly. */
public interface TrainingListener {

  /** Hears nothing. */
  TrainingListener SILENT = new TrainingListener() {};

  /** A line about what the run is doing, such as an ignored setting or a resumed checkpoint. */
  default void remark(String line) {}

  /** An optimizer step was taken. */
  default void step(StepReport report) {}

  /** The loss over the validation data was computed. */
  default void validated(long step, double loss) {}

  /** A checkpoint or model stands at this place. */
  default void saved(Path directory) {}
}
