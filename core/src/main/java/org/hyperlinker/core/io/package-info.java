/** Files that appear whole or not at all, and their digests. */
package org.hyperlinker.core.io;
