/** Hard negatives for training examples, found with the model that they are to teach. */
package org.hyperlinker.recipe.mining;
