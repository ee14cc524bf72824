/**
 * What a training recipe adds to training: pretraining on names, hard negatives, teacher scores.
 */
package org.hyperlinker.recipe;
