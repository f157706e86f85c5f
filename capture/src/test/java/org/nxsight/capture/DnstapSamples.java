package org.nxsight.capture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dnstap.ControlFrames;
import org.nxsight.wire.dnstap.ControlType;
import org.nxsight.wire.protobuf.ProtobufWriter;

/** dnstap made for tests: 192.0.2.1 port 4096 asks 198.51.100.7 for the address of "nx.test.". */
public final class DnstapSamples {
  public static final int AUTH_QUERY = 1;
  public static final int RESOLVER_QUERY = 3;
  public static final int RESOLVER_RESPONSE = 4;
  public static final int CLIENT_RESPONSE = 6;

  /** When queries are sent: 2023-11-14 22:13:20 and 5 ns. */
  public static final long QUERY_NANOS = 1_700_000_000_000_000_005L;

  /** When responses are received. */
  public static final long RESPONSE_NANOS = 1_700_000_001_000_000_006L;

  static final byte[] QUERY = hex("1234 0000 0001 0000 0000 0000 026e780474657374 00 0001 0001");
  static final byte[] RESPONSE = hex("1234 8003 0001 0000 0000 0000 026e780474657374 00 0001 0001");

  private static final byte[] NOTHING = {};
  private static final byte[] ZONE = hex("0474657374 00");

  private DnstapSamples() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** A query's frame. */
  public static byte[] query() {
    return frame(RESOLVER_QUERY, QUERY, NOTHING);
  }

  /** A response's frame, without its query. */
  public static byte[] response() {
    return frame(RESOLVER_RESPONSE, NOTHING, RESPONSE);
  }

  /** A frame of any type; an empty message is left away. */
  public static byte[] frame(int type, byte[] query, byte[] response) {
    byte[] message = new byte[128 + query.length + response.length];
    int at = ProtobufWriter.putU32(message, 0, 1, type);
    at = ProtobufWriter.putU32(message, at, 2, 1);
    at = ProtobufWriter.putU32(message, at, 3, 1);
    at = ProtobufWriter.putBytes(message, at, 4, hex("c0000201"), 0, 4);
    at = ProtobufWriter.putBytes(message, at, 5, hex("c6336407"), 0, 4);
    at = ProtobufWriter.putU32(message, at, 6, 4096);
    at = ProtobufWriter.putU32(message, at, 7, 53);
    at = ProtobufWriter.putI64(message, at, 8, QUERY_NANOS / 1_000_000_000L);
    at = ProtobufWriter.putFixed32(message, at, 9, 5);
    if (query.length > 0) {
      at = ProtobufWriter.putBytes(message, at, 10, query, 0, query.length);
    }
    at = ProtobufWriter.putBytes(message, at, 11, ZONE, 0, ZONE.length);
    if (response.length > 0) {
      at = ProtobufWriter.putI64(message, at, 12, RESPONSE_NANOS / 1_000_000_000L);
      at = ProtobufWriter.putFixed32(message, at, 13, 6);
      at = ProtobufWriter.putBytes(message, at, 14, response, 0, response.length);
    }
    return envelope(Arrays.copyOf(message, at));
  }

  /** A frame around any message. */
  static byte[] envelope(byte[] message) {
    byte[] frame = new byte[message.length + 16];
    int at = ProtobufWriter.putBytes(frame, 0, 14, message, 0, message.length);
    at = ProtobufWriter.putU32(frame, at, 15, 1);
    return Arrays.copyOf(frame, at);
  }

  /** A data frame with its length in front. */
  public static byte[] data(byte[] frame) {
    byte[] data = new byte[4 + frame.length];
    Bytes.put32(data, 0, frame.length);
    System.arraycopy(frame, 0, data, 4, frame.length);
    return data;
  }

  /** START, data frames, and STOP. */
  public static byte[] stream(byte[]... frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ControlFrames.ofDnstap(ControlType.START));
    for (byte[] frame : frames) {
      out.writeBytes(data(frame));
    }
    out.writeBytes(ControlFrames.of(ControlType.STOP));
    return out.toByteArray();
  }
}
