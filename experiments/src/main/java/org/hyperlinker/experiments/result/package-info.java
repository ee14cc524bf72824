/** What an experiment found, as figures, JSON and a table. */
package org.hyperlinker.experiments.result;
