package org.hyperlinker.evaluation.retrieval;

import java.util.Optional;
import org.hyperlinker.evaluation.metrics.IrEvaluation;

/**
 * What a retrieval did.
 *
 * @param documents distinct ids of the collection
 * @param queries how many were answered
 * @param metrics the figures, if there were judgements
 * @param documentSeconds spent encoding documents
 * @param encodeSeconds spent making queries of texts
 * @param searchSeconds spent scoring and sorting; writing is in none of the times
 */
public record RetrievalReport(
    int documents,
    int queries,
    Optional<IrEvaluation> metrics,
    double documentSeconds,
    double encodeSeconds,
    double searchSeconds) {}
