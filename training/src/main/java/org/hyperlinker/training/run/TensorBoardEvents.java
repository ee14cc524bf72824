package org.hyperlinker.training.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * An event file that TensorBoard reads: records of length, masked CRC-32C, an {@code Event}
 * protocol buffer and its masked CRC-32C. Each scalar is appended at once, so that a killed run
 * keeps what it logged.
 */
final class TensorBoardEvents {

  private static final int WALL_TIME = 1 << 3 | 1;
  private static final int STEP = 2 << 3;
  private static final int FILE_VERSION = 3 << 3 | 2;
  private static final int SUMMARY = 5 << 3 | 2;
  private static final int VALUE = 1 << 3 | 2;
  private static final int TAG = 1 << 3 | 2;
  private static final int SIMPLE_VALUE = 2 << 3 | 5;
  private static final int CRC_MASK = 0xa282ead8;

  private final Path file;

  private TensorBoardEvents(Path file) {
    this.file = file;
  }

  /** Begins a new event file in a folder. */
  static TensorBoardEvents create(Path folder) throws IOException {
    Files.createDirectories(folder);
    Instant now = Instant.now();
    Path file =
        folder.resolve(
            "events.out.tfevents."
                + now.getEpochSecond()
                + ".hyperlinker."
                + ProcessHandle.current().pid());
    TensorBoardEvents events = new TensorBoardEvents(file);
    Message first = new Message().fixed64(WALL_TIME, seconds(now));
    events.append(first.bytes(FILE_VERSION, "brain.Event:2".getBytes(StandardCharsets.UTF_8)));
    return events;
  }

  /** Appends one number. */
  void scalar(String tag, long step, float value) throws IOException {
    Message entry =
        new Message()
            .bytes(TAG, tag.getBytes(StandardCharsets.UTF_8))
            .fixed32(SIMPLE_VALUE, Float.floatToIntBits(value));
    Message summary = new Message().bytes(VALUE, entry.toBytes());
    append(
        new Message()
            .fixed64(WALL_TIME, seconds(Instant.now()))
            .varint(STEP, step)
            .bytes(SUMMARY, summary.toBytes()));
  }

  private static long seconds(Instant instant) {
    return Double.doubleToLongBits(instant.toEpochMilli() / 1000.0);
  }

  private void append(Message message) throws IOException {
    byte[] event = message.toBytes();
    byte[] length =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(event.length).array();
    ByteBuffer record =
        ByteBuffer.allocate(event.length + 16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(length)
            .putInt(maskedCrc(length))
            .put(event)
            .putInt(maskedCrc(event));
    Files.write(file, record.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static int maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int value = (int) crc.getValue();
    return (value >>> 15 | value << 17) + CRC_MASK;
  }

  /** The few wire types that an event needs. */
  private static final class Message {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message varint(int key, long value) {
      out.write(key);
      return raw(value);
    }

    private Message raw(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
      return this;
    }

    Message fixed64(int key, long bits) {
      out.write(key);
      out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(bits).array());
      return this;
    }

    Message fixed32(int key, int bits) {
      out.write(key);
      out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bits).array());
      return this;
    }

    Message bytes(int key, byte[] content) {
      out.write(key);
      raw(content.length);
      out.writeBytes(content);
      return this;
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }
}
