/** Experiments as data: plans become steps, steps run once, their results become one file. */
package org.hyperlinker.experiments;
