/** Several files of examples shuffled into one. */
package org.hyperlinker.preparation.mix;
