/** How a mention and a concept become the texts that the encoders read. */
package org.hyperlinker.core.text;
