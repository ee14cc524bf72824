/** Self-alignment pretraining on an ontology's names. */
package org.hyperlinker.recipe.pretraining;
