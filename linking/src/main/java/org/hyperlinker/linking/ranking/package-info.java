/** Ranking the concepts of an index for query texts, by exact and by approximate search. */
package org.hyperlinker.linking.ranking;
