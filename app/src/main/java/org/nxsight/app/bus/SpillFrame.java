package org.nxsight.app.bus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits, as it stands in a file.
 *
 * <pre>
 *   0        4        8              12       14      22      23      23+t    24+t    24+t+k
 *   +--------+--------+--------------+--------+-------+-------+-------+-------+-------+-------+
 *   | length | crc    | observations | bucket | nanos | t u8  | topic | k u8  | key   | value |
 *   | u32    | u32    | u32          | i16    | i64   |       |       |       |       |       |
 *   +--------+--------+--------------+--------+-------+-------+-------+-------+-------+-------+
 *   length counts what follows the crc; crc is the CRC-32C of that
 * </pre>
 */
final class SpillFrame {
  private static final int HEADER_OCTETS = 8;

  /** What stands between the header and the value, without topic and key. */
  private static final int FIXED_OCTETS = 4 + 2 + 8 + 1 + 1;

  /** Longer than any record: containers and findings have at most 2 MiB. */
  private static final int MAX_OCTETS = 16 << 20;

  private SpillFrame() {}

  /** The octets of a record's frame. */
  static int octets(OutgoingRecord record) {
    return HEADER_OCTETS + bodyOctets(record);
  }

  private static int bodyOctets(OutgoingRecord record) {
    return FIXED_OCTETS
        + record.topic().getBytes(StandardCharsets.UTF_8).length
        + record.key().length
        + record.value().length;
  }

  /** A record's frame, to be written. */
  static ByteBuffer of(OutgoingRecord record) {
    byte[] topic = record.topic().getBytes(StandardCharsets.UTF_8);
    int octets = bodyOctets(record);
    ByteBuffer frame = ByteBuffer.allocate(HEADER_OCTETS + octets);
    frame.position(HEADER_OCTETS);
    frame.putInt(record.observations()).putShort((short) record.bucket());
    frame.putLong(record.epochNanos());
    frame.put((byte) topic.length).put(topic);
    frame.put((byte) record.key().length).put(record.key());
    frame.put(record.value());
    frame.putInt(0, octets).putInt(4, crc(frame.array(), octets));
    return frame.flip();
  }

  private static int crc(byte[] frame, int octets) {
    CRC32C crc = new CRC32C();
    crc.update(frame, HEADER_OCTETS, octets);
    return (int) crc.getValue();
  }

  /** The record at an offset; null when it is not whole. */
  static @Nullable OutgoingRecord read(FileChannel file, long at, long end) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_OCTETS);
    if (end - at < HEADER_OCTETS || !fill(file, header, at)) {
      return null;
    }
    int octets = header.getInt(0);
    if (octets < FIXED_OCTETS || octets > MAX_OCTETS || end - at - HEADER_OCTETS < octets) {
      return null;
    }
    ByteBuffer frame = ByteBuffer.allocate(HEADER_OCTETS + octets);
    if (!fill(file, frame, at) || crc(frame.array(), octets) != frame.getInt(4)) {
      return null;
    }
    frame.position(HEADER_OCTETS);
    int observations = frame.getInt();
    int bucket = frame.getShort();
    long epochNanos = frame.getLong();
    byte[] topic = bytes(frame, Byte.toUnsignedInt(frame.get()));
    byte[] key = bytes(frame, Byte.toUnsignedInt(frame.get()));
    byte[] value = bytes(frame, frame.remaining());
    return new OutgoingRecord(
        new String(topic, StandardCharsets.UTF_8), key, bucket, observations, epochNanos, value);
  }

  private static byte[] bytes(ByteBuffer frame, int octets) {
    byte[] bytes = new byte[octets];
    frame.get(bytes);
    return bytes;
  }

  private static boolean fill(FileChannel file, ByteBuffer buffer, long at) throws IOException {
    while (buffer.hasRemaining()) {
      int read = file.read(buffer, at + buffer.position());
      if (read < 0) {
        return false;
      }
    }
    return true;
  }
}
