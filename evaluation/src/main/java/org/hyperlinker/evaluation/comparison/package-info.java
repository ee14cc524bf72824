/** Systems beside each other on the same mentions. */
package org.hyperlinker.evaluation.comparison;
