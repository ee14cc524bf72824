package org.hyperlinker.linking.hybrid;

import org.hyperlinker.linking.query.MentionQuery;
import org.hyperlinker.search.RankedConcepts;

/**
 * A mention with all that is known of it before the rule decides.
 *
 * @param query the mention as it was asked
 * @param evidence what its words say
 * @param ranked what the model says, with the places of the evidence's concepts
 */
record AskedMention(MentionQuery query, Evidence evidence, RankedConcepts ranked) {}
