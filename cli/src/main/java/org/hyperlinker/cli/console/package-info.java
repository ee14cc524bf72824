/** What every verb shares: streams, progress, interruption and the wording of failures. */
package org.hyperlinker.cli.console;
