package org.hyperlinker.model.scoring;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Writes items one by one in the layout of {@link PackedItems}, holding one panel in memory. The
 * channel stays the caller's: {@link #finish} writes what is left but does not close it. Not safe
 * for several threads.
 */
public final class PackedItemsWriter {

  private final WritableByteChannel channel;
  private final ItemStorage storage;
  private final int dimension;
  private final MemorySegment panel;
  private int size;
  private boolean finished;

  /**
   * A writer that begins at the channel's position; a file that shall be mapped wants it to be a
   * multiple of {@link PackedItems#ALIGNMENT}. For a stream see {@link
   * java.nio.channels.Channels#newChannel(java.io.OutputStream)}.
   *
   * @param dimension the width of the items, at least 1
   */
  public PackedItemsWriter(WritableByteChannel channel, ItemStorage storage, int dimension) {
    long bytes = PackedItems.byteSize(storage, 1, dimension);
    this.channel = channel;
    this.storage = storage;
    this.dimension = dimension;
    this.panel = Arena.ofAuto().allocate(bytes, PackedItems.ALIGNMENT);
  }

  /**
   * Appends an item.
   *
   * @throws IllegalArgumentException if it has another width or the storage cannot hold a
   *     coordinate; the message names the item
   */
  public void add(float[] item) throws IOException {
    if (finished) {
      throw new IllegalStateException("these items are finished, at " + size);
    }
    if (item.length != dimension) {
      throw new IllegalArgumentException(
          "item " + size + " needs " + dimension + " numbers, found " + item.length);
    }
    try {
      PanelFormat.write(panel, 0, storage, size % PackedItems.LANES, item);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("item " + size + ": " + e.getMessage(), e);
    }
    size++;
    if (size % PackedItems.LANES == 0) {
      flush();
    }
  }

  /** Writes the last panel, padded with zeros, unless it is written; further items are refused. */
  public void finish() throws IOException {
    if (!finished && size % PackedItems.LANES != 0) {
      flush();
    }
    finished = true;
  }

  /** How many items were added. */
  public int size() {
    return size;
  }

  private void flush() throws IOException {
    ByteBuffer bytes = panel.asByteBuffer();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    panel.fill((byte) 0);
  }
}
