package org.nxsight.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.protobuf.ByteRanges;

/** Where the DNS message stands in one IP datagram or in the fragments of one. */
class DnsPayloadTest {
  private static final byte[] A = {10, 0, 0, 1};
  private static final byte[] DATA = new byte[120];

  static {
    for (int i = 0; i < DATA.length; i++) {
      DATA[i] = (byte) i;
    }
  }

  private final DnsPayload dns = new DnsPayload();
  private final byte[] whole = Cases.udpIpv4(A, A, DATA);

  @Test
  void joinsFragmentsInAnyOrder() {
    byte[] a = Cases.fragment(whole, 0, 48, true);
    byte[] b = Cases.fragment(whole, 48, 40, true);
    byte[] c = Cases.fragment(whole, 88, 40, false);
    for (byte[][] order : new byte[][][] {{a, b, c}, {c, b, a}, {b, c, a}}) {
      assertThat(dns.locate(packets(order))).isTrue();
      assertThat(located()).isEqualTo(DATA);
    }
  }

  @Test
  void findsNothingInFragmentsWithHolesOrOverlaps() {
    byte[] a = Cases.fragment(whole, 0, 48, true);
    byte[] b = Cases.fragment(whole, 48, 40, true);
    byte[] c = Cases.fragment(whole, 88, 40, false);
    assertThat(dns.locate(packets(a, c))).isFalse();
    assertThat(dns.locate(packets(b, c))).isFalse();
    assertThat(dns.locate(packets(a, b))).isFalse();
    assertThat(dns.locate(packets(a))).isFalse();
    assertThat(dns.locate(packets(c))).isFalse();
    assertThat(dns.locate(packets(a, b, b, c))).isFalse();
    assertThat(dns.locate(packets(a, b, c, c))).isFalse();
    assertThat(dns.locate(packets(a, b, whole))).isFalse();
    assertThat(dns.locate(packets())).isFalse();
  }

  @Test
  void looksBehindTheExtensionHeadersOfIpv6() {
    byte[] packet = new byte[40 + 24 + 12 + 8 + DATA.length];
    packet[0] = 0x60;
    packet[5] = (byte) (packet.length - 40);
    packet[6] = 60; // destination options, 24 octets
    packet[40] = 51; // authentication, 12 octets
    packet[41] = 2;
    packet[64] = 17;
    packet[65] = 1;
    packet[81] = (byte) (8 + DATA.length); // the UDP length
    System.arraycopy(DATA, 0, packet, 84, DATA.length);
    assertThat(dns.locate(packets(packet))).isTrue();
    assertThat(located()).isEqualTo(DATA);
  }

  @Test
  void leavesPaddingBehindTheDatagramOut() {
    assertThat(dns.locate(packets(Arrays.copyOf(whole, whole.length + 6)))).isTrue();
    assertThat(located()).isEqualTo(DATA);
  }

  @Test
  void joinsFragmentsOfIpv6() {
    byte[] udp = Arrays.copyOfRange(whole, 20, whole.length);
    byte[] first = fragmentIpv6(Arrays.copyOf(udp, 64), 0, 1);
    byte[] second = fragmentIpv6(Arrays.copyOfRange(udp, 64, udp.length), 64, 0);
    assertThat(dns.locate(packets(second, first))).isTrue();
    assertThat(located()).isEqualTo(DATA);
  }

  private static byte[] fragmentIpv6(byte[] data, int offset, int more) {
    byte[] packet = new byte[48 + data.length];
    packet[0] = 0x60;
    packet[5] = (byte) (8 + data.length);
    packet[6] = 44;
    packet[40] = 17;
    packet[43] = (byte) (offset | more);
    System.arraycopy(data, 0, packet, 48, data.length);
    return packet;
  }

  @Test
  void findsNothingInADatagramThatIsCutShort() {
    for (int length = 0; length < whole.length; length++) {
      assertThat(dns.locate(packets(Arrays.copyOf(whole, length)))).isFalse();
    }
  }

  private byte[] located() {
    return Arrays.copyOfRange(dns.bytes(), dns.offset(), dns.offset() + dns.length());
  }

  private static ByteRanges packets(byte[]... packets) {
    ByteRanges ranges = new ByteRanges();
    for (byte[] packet : packets) {
      ranges.add(packet, 0, packet.length);
    }
    return ranges;
  }
}
