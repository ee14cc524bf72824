/** The command line: one class for each verb; it parses, calls one service and prints. */
package org.hyperlinker.cli;
