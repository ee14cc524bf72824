/** From texts to token ids. */
package org.hyperlinker.model.token;
