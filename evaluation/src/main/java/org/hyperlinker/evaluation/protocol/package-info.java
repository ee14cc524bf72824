/** The evaluation of entity linking on an annotated corpus. */
package org.hyperlinker.evaluation.protocol;
