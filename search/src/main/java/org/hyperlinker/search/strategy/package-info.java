/** Which search answers, what it costs, and how much of the exact answer it finds. */
package org.hyperlinker.search.strategy;
