package org.hyperlinker.cli;

import org.hyperlinker.cli.console.Console;
import org.hyperlinker.cli.console.Interruption;
import org.hyperlinker.cli.console.ProgressDisplay;

/**
 * What a verb needs of its surroundings.
 *
 * @param console where it speaks
 * @param interruption how it is ended early
 */
record Session(Console console, Interruption interruption) {

  ProgressDisplay progress() {
    return ProgressDisplay.on(console, interruption);
  }
}
