/** From corpora and ontologies to a knowledge base and training examples. */
package org.hyperlinker.preparation;
