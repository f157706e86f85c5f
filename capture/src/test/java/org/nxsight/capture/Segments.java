package org.nxsight.capture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;

/**
 * The segments of one connection between client and server, for tests: each direction counts its
 * octets from 0, which is the first one behind the SYN.
 */
final class Segments {
  static final int FIN = 0x01;
  static final int SYN = 0x02;
  static final int RST = 0x04;
  static final int ACK = 0x10;

  private final boolean ipv6;
  private final int clientPort;
  private final int clientStart;
  private final int serverStart;

  Segments(boolean ipv6, int clientPort, int clientStart, int serverStart) {
    this.ipv6 = ipv6;
    this.clientPort = clientPort;
    this.clientStart = clientStart;
    this.serverStart = serverStart;
  }

  /** A segment from the client; the SYN stands at -1. */
  byte[] toServer(int at, int flags, byte... data) {
    return toServer(at, 0, flags, data);
  }

  byte[] toServer(int at, int acknowledged, int flags, byte... data) {
    return segment(1, 2, clientPort, 53, clientStart + at, serverStart + acknowledged, flags, data);
  }

  /** A segment from the server. */
  byte[] toClient(int at, int flags, byte... data) {
    return toClient(at, 0, flags, data);
  }

  byte[] toClient(int at, int acknowledged, int flags, byte... data) {
    return segment(2, 1, 53, clientPort, serverStart + at, clientStart + acknowledged, flags, data);
  }

  private byte[] segment(
      int from, int to, int fromPort, int toPort, int seq, int ack, int flags, byte[] data) {
    byte[] tcp = new byte[20 + data.length];
    Bytes.put16(tcp, 0, fromPort);
    Bytes.put16(tcp, 2, toPort);
    Bytes.put32(tcp, 4, seq);
    Bytes.put32(tcp, 8, ack);
    tcp[12] = 0x50;
    tcp[13] = (byte) flags;
    System.arraycopy(data, 0, tcp, 20, data.length);
    return Datagrams.ip(ipv6, from, to, DatagramView.TCP, tcp);
  }

  /** Messages as they stand in a stream, each behind its length. */
  static byte[] stream(byte[]... messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] message : messages) {
      out.write(message.length >> 8);
      out.write(message.length);
      out.writeBytes(message);
    }
    return out.toByteArray();
  }

  static byte[] part(byte[] stream, int from, int to) {
    return Arrays.copyOfRange(stream, from, to);
  }
}
