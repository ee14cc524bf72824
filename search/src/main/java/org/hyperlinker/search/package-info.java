/** Exact search over embedded rows with any query's scores. */
package org.hyperlinker.search;
