/** Exact scan and graph walk over more and more rows. */
package org.hyperlinker.benchmarks.growth;
