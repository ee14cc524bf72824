/** What general retrieval reads: documents, queries and relevance judgements. */
package org.hyperlinker.formats.retrieval;
