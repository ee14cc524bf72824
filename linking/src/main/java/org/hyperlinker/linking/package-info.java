/** The entity linker that a user embeds. */
package org.hyperlinker.linking;
