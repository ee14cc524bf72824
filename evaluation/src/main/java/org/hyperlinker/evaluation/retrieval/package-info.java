/** General retrieval: documents, queries, relevance judgements and run files. */
package org.hyperlinker.evaluation.retrieval;
