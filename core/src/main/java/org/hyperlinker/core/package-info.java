/** Records that every room speaks. Nothing third-party, nothing that reads a format. */
package org.hyperlinker.core;
