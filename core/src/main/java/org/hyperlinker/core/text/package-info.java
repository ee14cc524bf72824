/**
 * How a mention and a concept become the texts that the encoders read, and how texts are counted.
 */
package org.hyperlinker.core.text;
