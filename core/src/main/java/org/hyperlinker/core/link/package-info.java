/** What linking answers: candidates with scores, best first. */
package org.hyperlinker.core.link;
