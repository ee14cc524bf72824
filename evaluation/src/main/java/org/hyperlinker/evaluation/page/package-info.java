/** Results as one page to read: tables, plots and examples in a single HTML file. */
package org.hyperlinker.evaluation.page;
