/** The figures as JSON, as a page with tables, and as a picture. */
package org.hyperlinker.benchmarks.report;
