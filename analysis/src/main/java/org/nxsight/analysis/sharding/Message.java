package org.nxsight.analysis.sharding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.nxsight.wire.Bytes;

/**
 * What passes from one stage to the next, as octets.
 *
 * <pre>
 *    0      1         5            13
 *   +------+---------+------------+------
 *   | type | shard   | epoch nanos| body
 *   | u8   | i32     | i64        |
 *   +------+---------+------------+------
 * </pre>
 *
 * <p>The time is that of a tick, of a look, or of the earliest thing in the body. The body of
 * {@code RECORDS} is marks (i32) and an exchange, again and again.
 */
public final class Message {
  static final int HEADER_OCTETS = 13;
  static final int MARK_OCTETS = 4;

  private static final byte[] NOTHING = {};

  private Message() {}

  /** Writes a body. */
  interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  static byte[] of(MessageType type, int shard, long epochNanos) {
    return header(new byte[HEADER_OCTETS], type, shard, epochNanos);
  }

  static byte[] of(MessageType type, int shard, long epochNanos, Body body) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes(new byte[HEADER_OCTETS]);
    try {
      body.write(new DataOutputStream(octets));
    } catch (IOException e) { // an array takes everything
      throw new UncheckedIOException(e);
    }
    return header(octets.toByteArray(), type, shard, epochNanos);
  }

  static byte[] header(byte[] message, MessageType type, int shard, long epochNanos) {
    Bytes.put8(message, 0, type.ordinal());
    Bytes.put32(message, 1, shard);
    Bytes.put64(message, 5, epochNanos);
    return message;
  }

  static MessageType type(byte[] message) {
    return MessageType.of(Bytes.u8(message, 0));
  }

  /** The shard that a message is for. */
  public static int shard(byte[] message) {
    return Bytes.i32(message, 1);
  }

  static long epochNanos(byte[] message) {
    return Bytes.i64(message, 5);
  }

  static DataInputStream body(byte[] message) {
    int octets = Math.max(0, message.length - HEADER_OCTETS);
    return new DataInputStream(
        octets == 0
            ? new ByteArrayInputStream(NOTHING)
            : new ByteArrayInputStream(message, HEADER_OCTETS, octets));
  }
}
