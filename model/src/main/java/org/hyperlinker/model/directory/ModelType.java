package org.hyperlinker.model.directory;

import java.util.Locale;

/** What a query becomes. */
public enum ModelType {
  /** A q-net for each query, made by the hyper-head. */
  HYPENCODER("HypencoderDualEncoder"),
  /** A vector for each query, made by pooling. */
  BIENCODER("TextDualEncoder");

  private final String architecture;

  ModelType(String architecture) {
    this.architecture = architecture;
  }

  /** The name in configuration files, such as {@code hypencoder}. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The official class, which {@code architectures} of a {@code config.json} names. */
  public String architecture() {
    return architecture;
  }
}
