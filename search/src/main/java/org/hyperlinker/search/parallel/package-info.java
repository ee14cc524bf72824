/** Threads that share the work of a search or a build. */
package org.hyperlinker.search.parallel;
