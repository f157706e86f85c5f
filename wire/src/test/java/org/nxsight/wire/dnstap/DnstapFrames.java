package org.nxsight.wire.dnstap;

import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.protobuf.ProtobufWriter;

/** dnstap frames made for tests. */
final class DnstapFrames {
  static final byte[] ZONE = {4, 't', 'e', 's', 't', 0};

  private DnstapFrames() {}

  /** A frame of the given type about 192.0.2.1 port 4096 asking 198.51.100.7 port 53. */
  static byte[] frame(int type, byte[] query, byte[] response) {
    byte[] message = new byte[256 + query.length + response.length];
    int at = ProtobufWriter.putU32(message, 0, 1, type);
    at = ProtobufWriter.putU32(message, at, 2, DnstapView.INET);
    at = ProtobufWriter.putU32(message, at, 3, DnstapView.UDP);
    at = ProtobufWriter.putBytes(message, at, 4, new byte[] {(byte) 192, 0, 2, 1}, 0, 4);
    at = ProtobufWriter.putBytes(message, at, 5, new byte[] {(byte) 198, 51, 100, 7}, 0, 4);
    at = ProtobufWriter.putU32(message, at, 6, 4096);
    at = ProtobufWriter.putU32(message, at, 7, 53);
    at = ProtobufWriter.putI64(message, at, 8, 1_700_000_000L);
    at = ProtobufWriter.putFixed32(message, at, 9, 5);
    at = ProtobufWriter.putBytes(message, at, 10, query, 0, query.length);
    at = ProtobufWriter.putBytes(message, at, 11, ZONE, 0, ZONE.length);
    at = ProtobufWriter.putI64(message, at, 12, 1_700_000_001L);
    at = ProtobufWriter.putFixed32(message, at, 13, 6);
    at = ProtobufWriter.putBytes(message, at, 14, response, 0, response.length);
    byte[] frame = new byte[at + 64];
    int end = ProtobufWriter.putBytes(frame, 0, 1, new byte[] {'n', 's'}, 0, 2);
    end = ProtobufWriter.putBytes(frame, end, 14, message, 0, at);
    end = ProtobufWriter.putU32(frame, end, 15, DnstapView.MESSAGE);
    return Arrays.copyOf(frame, end);
  }

  /** Control and data frames as a stream; data frames get their length in front. */
  static byte[] stream(byte[]... dataFrames) {
    byte[] start = ControlFrames.ofDnstap(ControlType.START);
    byte[] stop = ControlFrames.of(ControlType.STOP);
    int octets = start.length + stop.length;
    for (byte[] frame : dataFrames) {
      octets += FrameView.LENGTH_OCTETS + frame.length;
    }
    byte[] stream = Arrays.copyOf(start, octets);
    int at = start.length;
    for (byte[] frame : dataFrames) {
      Bytes.put32(stream, at, frame.length);
      System.arraycopy(frame, 0, stream, at + FrameView.LENGTH_OCTETS, frame.length);
      at += FrameView.LENGTH_OCTETS + frame.length;
    }
    System.arraycopy(stop, 0, stream, at, stop.length);
    return stream;
  }
}
