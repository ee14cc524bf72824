package org.hyperlinker.recipe.scoring;

import java.io.IOException;
import org.hyperlinker.model.encoding.LinkingModel;

/** A trained dual encoder, hypencoder or bi-encoder, that is opened when its turn comes. */
@FunctionalInterface
public interface Teacher {

  /**
   * Opens the model; the scorer closes it.
   *
   * @throws IOException naming what is missing or does not fit
   */
  LinkingModel open() throws IOException;
}
