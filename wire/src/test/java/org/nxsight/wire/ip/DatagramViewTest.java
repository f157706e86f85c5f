package org.nxsight.wire.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.ip.DatagramView.Shape;

class DatagramViewTest {
  private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.US_ASCII);

  /** Hop-by-hop options that pad themselves to eight octets, before the header named first. */
  private static final String OPTIONS = "000104" + "00000000";

  private final DatagramView view = new DatagramView();

  @Test
  void findsTheUdpPayloadOfIpv4() {
    assertThat(look(Datagrams.ipv4Udp(PAYLOAD))).isEqualTo(Shape.UDP);
    assertThat(view.isIpv6()).isFalse();
    assertThat(view.addressOctets()).isEqualTo(4);
    assertThatItHoldsThePayload();
  }

  @Test
  void stepsOverIpv4Options() {
    byte[] datagram = Datagrams.ipv4(DatagramView.UDP, 10, 0, Datagrams.udp(PAYLOAD));
    assertThat(look(datagram)).isEqualTo(Shape.UDP);
    assertThatItHoldsThePayload();
  }

  @Test
  void findsTheUdpPayloadOfIpv6() {
    assertThat(look(Datagrams.ipv6Udp(PAYLOAD))).isEqualTo(Shape.UDP);
    assertThat(view.isIpv6()).isTrue();
    assertThat(view.addressOctets()).isEqualTo(16);
    assertThatItHoldsThePayload();
  }

  @Test
  void stepsOverExtensionHeaders() {
    String options = "3c" + OPTIONS + "2b" + OPTIONS;
    String routing = "33" + "00" + "0000" + "00000000";
    String authentication = "11" + "01" + "0000" + "0000000000000000";
    byte[] datagram = Datagrams.ipv6(0, options + routing + authentication, udp());
    assertThat(look(datagram)).isEqualTo(Shape.UDP);
    assertThatItHoldsThePayload();
  }

  @Test
  void takesAnAtomicFragmentForAWholeDatagram() {
    assertThat(look(Datagrams.ipv6(44, "1100000000000007", udp()))).isEqualTo(Shape.UDP);
    assertThatItHoldsThePayload();
  }

  @Test
  void tellsFragments() {
    assertThat(look(Datagrams.ipv6(44, "1100000100000007", udp()))).isEqualTo(Shape.FRAGMENT);
    assertThat(look(Datagrams.ipv6(44, "1100010000000007", udp()))).isEqualTo(Shape.FRAGMENT);
    int moreToCome = 0x2000;
    int notTheFirst = 0x0001;
    int mustNotBeCut = 0x4000;
    assertThat(look(Datagrams.ipv4(17, 0, moreToCome, udp()))).isEqualTo(Shape.FRAGMENT);
    assertThat(look(Datagrams.ipv4(17, 0, notTheFirst, udp()))).isEqualTo(Shape.FRAGMENT);
    assertThat(look(Datagrams.ipv4(17, 0, mustNotBeCut, udp()))).isEqualTo(Shape.UDP);
  }

  @Test
  void leavesOutWhatStandsBehindTheDatagram() {
    byte[] padded = Datagrams.join(Datagrams.ipv4Udp(PAYLOAD), new byte[18]);
    assertThat(look(padded)).isEqualTo(Shape.UDP);
    assertThatItHoldsThePayload();
    assertThat(view.length()).isEqualTo(padded.length - 18);
  }

  @Test
  void takesAUdpLengthShorterThanTheDatagramAtItsWord() {
    byte[] datagram = Datagrams.ipv4Udp(Datagrams.join(PAYLOAD, new byte[5]));
    datagram[25] = (byte) (datagram[25] - 5);
    assertThat(look(datagram)).isEqualTo(Shape.UDP);
    assertThatItHoldsThePayload();
  }

  @Test
  void callsAUdpLengthThatCannotBeMalformed() {
    for (int length : new int[] {0, 7, 8 + PAYLOAD.length + 1, 65_535}) {
      byte[] datagram = Datagrams.ipv4Udp(PAYLOAD);
      datagram[24] = (byte) (length >> 8);
      datagram[25] = (byte) length;
      assertThat(look(datagram)).as("%d", length).isEqualTo(Shape.MALFORMED);
    }
  }

  @Test
  void tellsTcpAndOthers() {
    assertThat(look(Datagrams.ipv4(DatagramView.TCP, 0, 0, Datagrams.tcp(PAYLOAD))))
        .isEqualTo(Shape.TCP);
    assertThat(view.destinationPort()).isEqualTo(53);
    assertThat(look(Datagrams.ipv4(DatagramView.TCP, 0, 0, new byte[19])))
        .isEqualTo(Shape.MALFORMED);
    assertThat(look(Datagrams.ipv4(DatagramView.ICMP, 0, 0, PAYLOAD)))
        .isEqualTo(Shape.OTHER_PROTOCOL);
    assertThat(look(Datagrams.ipv6(DatagramView.ICMPV6, "", PAYLOAD)))
        .isEqualTo(Shape.OTHER_PROTOCOL);
    assertThat(look(new byte[40])).isEqualTo(Shape.NOT_IP);
  }

  @Test
  void callsHeadersThatContradictThemselvesMalformed() {
    byte[] shortHeader = Datagrams.ipv4Udp(PAYLOAD);
    shortHeader[0] = 0x44;
    assertThat(look(shortHeader)).isEqualTo(Shape.MALFORMED);
    byte[] shorterThanItsHeader = Datagrams.ipv4Udp(PAYLOAD);
    shorterThanItsHeader[3] = 19;
    assertThat(look(shorterThanItsHeader)).isEqualTo(Shape.MALFORMED);
    assertThat(look(Datagrams.ipv6(0, "11ff000000000000", udp()))).isEqualTo(Shape.MALFORMED);
    assertThat(look(Datagrams.ipv6(0, ("00" + OPTIONS).repeat(20), udp())))
        .isEqualTo(Shape.MALFORMED);
  }

  @Test
  void callsADatagramCutAnywhereTruncated() {
    byte[][] datagrams = {
      Datagrams.ipv4Udp(PAYLOAD),
      Datagrams.ipv6Udp(PAYLOAD),
      Datagrams.ipv6(0, "11" + OPTIONS, udp()),
      Datagrams.ipv4(DatagramView.TCP, 5, 0, Datagrams.tcp(PAYLOAD))
    };
    for (byte[] datagram : datagrams) {
      for (int length = 0; length < datagram.length; length++) {
        assertThat(view.wrap(datagram, 0, length)).as("%d", length).isEqualTo(Shape.TRUNCATED);
      }
    }
  }

  @Test
  void hasPortsOfACutDatagramOnlyWhereTheyStand() {
    byte[] datagram = Datagrams.ipv4Udp(PAYLOAD);
    for (int length = 0; length < datagram.length; length++) {
      look(Datagrams.ipv4Udp(PAYLOAD)); // its ports must not be remembered
      view.wrap(datagram, 0, length);
      assertThat(view.hasPorts()).as("%d", length).isEqualTo(length >= 24);
    }
    assertThat(view.destinationPort()).isEqualTo(53);
  }

  private static byte[] udp() {
    return Datagrams.udp(PAYLOAD);
  }

  /** Looks at the datagram from an odd offset, so that offsets are not mistaken for lengths. */
  private Shape look(byte[] datagram) {
    return view.wrap(Datagrams.join(new byte[3], datagram), 3, datagram.length);
  }

  private void assertThatItHoldsThePayload() {
    assertThat(view.sourcePort()).isEqualTo(40_000);
    assertThat(view.destinationPort()).isEqualTo(53);
    String payload =
        new String(
            view.bytes(), view.payloadOffset(), view.payloadLength(), StandardCharsets.US_ASCII);
    assertThat(payload).isEqualTo("payload");
  }
}
