/** From a mention's text to ten concepts: where the time goes, by search and by part. */
package org.hyperlinker.benchmarks.pipeline;
