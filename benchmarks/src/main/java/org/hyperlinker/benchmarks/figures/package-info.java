/** What a run of the bench measured, as records: the content of its JSON file. */
package org.hyperlinker.benchmarks.figures;
