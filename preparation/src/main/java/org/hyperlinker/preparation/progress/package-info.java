/** How long services tell their caller how far they are. */
package org.hyperlinker.preparation.progress;
