package org.nxsight.capture;

import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.InternetChecksum;

/** IP datagrams and fragments for tests: a client at ...1 with port 4000, a server at ...2. */
final class Datagrams {
  static final int CLIENT_PORT = 4000;

  private Datagrams() {}

  /** A UDP datagram from client to server. */
  static byte[] toServer(boolean ipv6, byte[] payload) {
    return udp(ipv6, 1, 2, CLIENT_PORT, 53, payload);
  }

  /** A UDP datagram from server to client. */
  static byte[] toClient(boolean ipv6, byte[] payload) {
    return udp(ipv6, 2, 1, 53, CLIENT_PORT, payload);
  }

  static byte[] udp(boolean ipv6, int from, int to, int fromPort, int toPort, byte[] payload) {
    byte[] udp = new byte[8 + payload.length];
    Bytes.put16(udp, 0, fromPort);
    Bytes.put16(udp, 2, toPort);
    Bytes.put16(udp, 4, udp.length);
    System.arraycopy(payload, 0, udp, 8, payload.length);
    return ip(ipv6, from, to, DatagramView.UDP, udp);
  }

  static byte[] ip(boolean ipv6, int from, int to, int protocol, byte[] data) {
    byte[] datagram = new byte[(ipv6 ? 40 : 20) + data.length];
    System.arraycopy(data, 0, datagram, datagram.length - data.length, data.length);
    if (ipv6) {
      datagram[0] = 0x60;
      Bytes.put16(datagram, 4, data.length);
      datagram[6] = (byte) protocol;
      datagram[7] = 64;
      Bytes.put32(datagram, 8, 0x20010db8);
      datagram[23] = (byte) from;
      Bytes.put32(datagram, 24, 0x20010db8);
      datagram[39] = (byte) to;
    } else {
      datagram[0] = 0x45;
      Bytes.put16(datagram, 2, datagram.length);
      datagram[8] = 64;
      datagram[9] = (byte) protocol;
      Bytes.put32(datagram, 12, 0xc0000200 | from);
      Bytes.put32(datagram, 16, 0xc0000200 | to);
      InternetChecksum.putIpv4Header(datagram, 0, 20);
    }
    return datagram;
  }

  /** An ICMP error that says that a port is closed, from the server. */
  static byte[] unreachable(boolean ipv6, byte[] quote) {
    return ipv6 ? icmp(true, 1, 4, quote) : icmp(false, 3, 3, quote);
  }

  static byte[] icmp(boolean ipv6, int type, int code, byte[] quote) {
    byte[] icmp = new byte[8 + quote.length];
    icmp[0] = (byte) type;
    icmp[1] = (byte) code;
    System.arraycopy(quote, 0, icmp, 8, quote.length);
    return ip(ipv6, 2, 1, ipv6 ? DatagramView.ICMPV6 : DatagramView.ICMP, icmp);
  }

  /** The part {@code [from, to)} of a datagram's data as a fragment. */
  static byte[] fragment(byte[] datagram, int id, int from, int to) {
    return fragment(datagram, id, from, to, to < datagram.length - headerOctets(datagram));
  }

  static byte[] fragment(byte[] datagram, int id, int from, int to, boolean more) {
    int header = headerOctets(datagram);
    byte[] data = Arrays.copyOfRange(datagram, header + from, header + to);
    byte[] head = Arrays.copyOf(datagram, header + (header == 40 ? 8 : 0));
    if (header == 40) {
      head[40] = head[6];
      head[6] = 44;
      Bytes.put16(head, 42, from | (more ? 1 : 0));
      Bytes.put32(head, 44, id);
      Bytes.put16(head, 4, 8 + data.length);
    } else {
      Bytes.put16(head, 2, 20 + data.length);
      Bytes.put16(head, 4, id);
      Bytes.put16(head, 6, from >> 3 | (more ? 0x2000 : 0));
      InternetChecksum.putIpv4Header(head, 0, 20);
    }
    byte[] fragment = Arrays.copyOf(head, head.length + data.length);
    System.arraycopy(data, 0, fragment, head.length, data.length);
    return fragment;
  }

  /** A datagram in fragments of so many octets each. */
  static byte[][] fragments(byte[] datagram, int id, int octets) {
    int data = datagram.length - headerOctets(datagram);
    byte[][] fragments = new byte[(data + octets - 1) / octets][];
    for (int i = 0; i < fragments.length; i++) {
      fragments[i] = fragment(datagram, id, i * octets, Math.min(data, (i + 1) * octets));
    }
    return fragments;
  }

  static int headerOctets(byte[] datagram) {
    return datagram[0] >> 4 == 6 ? 40 : 20;
  }
}
