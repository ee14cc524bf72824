/** Teacher scores for training examples, out of trained dual encoders. */
package org.hyperlinker.recipe.scoring;
