/** The index directory: how it is built, written, opened and checked. */
package org.hyperlinker.search.index;
