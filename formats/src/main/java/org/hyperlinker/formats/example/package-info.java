/** Training examples in the official JSONL. */
package org.hyperlinker.formats.example;
