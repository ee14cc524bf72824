/**
 * A learned rule over evidence of several kinds: names, training mentions, look, the model's score,
 * the rest of the document, the mention's type.
 */
package org.hyperlinker.linking.hybrid;
