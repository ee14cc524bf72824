/** Searches that score a part of the rows: walks over graphs, and candidates of cheaper stages. */
package org.hyperlinker.search.approximate;
