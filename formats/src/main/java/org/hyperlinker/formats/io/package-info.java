/**
 * Opening, decoding and writing files, compressed or plain, with faults that name file and line.
 */
package org.hyperlinker.formats.io;
