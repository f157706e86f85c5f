package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.nxsight.wire.dns.DnsMessageView.Shape;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.UdpChecksum;

/**
 * What must hold for any octets at all: no exception, and nothing that points outside of them. The
 * octets stand between others that are not theirs.
 */
final class HostileMessage {
  private static final int MARGIN = 300;

  private final DnsMessageView message = new DnsMessageView();
  private final DatagramView datagram = new DatagramView();
  private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];

  /** Looks at octets as a DNS message. */
  void readMessage(byte[] octets) {
    byte[] around = around(octets);
    readMessage(around, MARGIN, octets.length);
  }

  private void readMessage(byte[] bytes, int start, int length) {
    int end = start + length;
    Shape shape = message.wrap(bytes, start, length);
    assertThat(shape == Shape.SHORT_HEADER).isEqualTo(length < 12);
    if (shape != Shape.WELL_FORMED) {
      return;
    }
    assertThat(message.recordsOffset()).isBetween(start + 12, end);
    assertThat(message.headerRcode()).isBetween(0, 15);
    if (message.hasQuestion()) {
      assertThat(message.qnameLength()).isBetween(1, DnsNames.MAX_NAME_OCTETS);
      assertThat(message.qnameOffset() + message.qnameLength() + 4)
          .isEqualTo(message.recordsOffset());
      assertThat(message.qtype()).isBetween(0, 65_535);
      assertThat(message.qclass()).isBetween(0, 65_535);
    }
    message.scanRecords();
    assertThat(message.rcode()).isBetween(0, 4_095);
    assertThat(message.rcode() & 0x0f).isEqualTo(message.headerRcode());
    assertThat(message.edeCode()).isBetween(-1, 65_535);
    if (message.soaOwnerOffset() >= 0) {
      int owner = start + message.soaOwnerOffset();
      assertThat(owner).isBetween(start + 12, end - 1);
      unpack(bytes, start, owner, end);
    }
  }

  /** Looks at octets as names, each octet as the start of one. */
  void readNames(byte[] octets) {
    byte[] bytes = around(octets);
    int end = MARGIN + octets.length;
    for (int at = MARGIN; at < end; at++) {
      int skipped = DnsNames.skip(bytes, at, end);
      int uncompressed = DnsNames.skipUncompressed(bytes, at, end);
      int unpacked = unpack(bytes, MARGIN, at, end);
      assertThat(skipped == DnsNames.MALFORMED || (skipped > at && skipped <= end)).isTrue();
      if (uncompressed != DnsNames.MALFORMED) {
        assertThat(skipped).isEqualTo(uncompressed);
        assertThat(unpacked).isEqualTo(uncompressed - at);
      }
      if (unpacked != DnsNames.MALFORMED) {
        assertThat(skipped).isNotEqualTo(DnsNames.MALFORMED);
      }
    }
  }

  private int unpack(byte[] bytes, int start, int at, int end) {
    int unpacked = DnsNames.unpack(bytes, start, at, end, name, 0);
    if (unpacked != DnsNames.MALFORMED) {
      assertThat(unpacked).isBetween(1, DnsNames.MAX_NAME_OCTETS);
      assertThat(DnsNames.skipUncompressed(name, 0, unpacked)).isEqualTo(unpacked);
    }
    return unpacked;
  }

  /** Looks at octets as an IP datagram, and at its payload as a DNS message. */
  void readDatagram(byte[] octets) {
    byte[] bytes = around(octets);
    int end = MARGIN + octets.length;
    DatagramView.Shape shape = datagram.wrap(bytes, MARGIN, octets.length);
    if (datagram.hasPorts()) {
      assertThat(datagram.transportOffset()).isBetween(MARGIN, end - 4);
      assertThat(datagram.destinationPort()).isBetween(0, 65_535);
    }
    if (shape == DatagramView.Shape.UDP || shape == DatagramView.Shape.TCP) {
      assertThat(datagram.hasPorts()).isTrue();
      assertThat(datagram.length()).isBetween(1, octets.length);
      assertThat(datagram.payloadLength()).isNotNegative();
      assertThat(datagram.payloadOffset()).isGreaterThan(datagram.transportOffset());
      assertThat(datagram.payloadOffset() + datagram.payloadLength())
          .isLessThanOrEqualTo(MARGIN + datagram.length());
      readMessage(bytes, datagram.payloadOffset(), datagram.payloadLength());
    }
    if (shape == DatagramView.Shape.UDP) {
      assertThat(UdpChecksum.verify(datagram)).isNotEqualTo(UdpChecksum.ERROR);
    }
  }

  /** The octets between zeros, which would end a name that ran over its end. */
  private static byte[] around(byte[] octets) {
    byte[] around = new byte[MARGIN + octets.length + MARGIN];
    System.arraycopy(octets, 0, around, MARGIN, octets.length);
    return around;
  }
}
