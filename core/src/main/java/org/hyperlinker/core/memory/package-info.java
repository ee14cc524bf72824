/** What the mentions of a training corpus were found to denote. */
package org.hyperlinker.core.memory;
