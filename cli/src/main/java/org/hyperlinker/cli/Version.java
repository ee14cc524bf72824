package org.hyperlinker.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  /** The version of this code, written into artefacts as their origin. */
  static final String NUMBER = "0.1.0-SNAPSHOT";

  @Override
  public String[] getVersion() {
    return new String[] {
      "Hyperlinker " + NUMBER, "Java " + Runtime.version(), System.getProperty("os.name")
    };
  }
}
