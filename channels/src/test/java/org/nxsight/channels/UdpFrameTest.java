package org.nxsight.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.InternetChecksum;
import org.nxsight.wire.ip.UdpChecksum;

/** The datagram of a message that came over TCP as a reader of dnsqr finds it. */
class UdpFrameTest {
  private static final int BEFORE = 7;
  private static final byte[] MESSAGE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};

  private final UdpFrame frame = new UdpFrame();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void standsBehindAUdpHeaderWithoutAChecksum(boolean ipv6) {
    byte[] tcp = tcp(ipv6, MESSAGE);
    frame.make(tcp, BEFORE, tcp.length - BEFORE);

    DatagramView view = new DatagramView();
    assertThat(view.wrap(frame.bytes(), 0, frame.length())).isEqualTo(DatagramView.Shape.UDP);
    assertThat(view.length()).isEqualTo(frame.length());
    assertThat(
            Arrays.copyOfRange(
                frame.bytes(), view.payloadOffset(), view.payloadOffset() + view.payloadLength()))
        .isEqualTo(MESSAGE);
    assertThat(view.sourcePort()).isEqualTo(53);
    assertThat(view.destinationPort()).isEqualTo(4000);
    assertThat(frame.bytes()[view.sourceOffset()]).isEqualTo((byte) 9);
    assertThat(UdpChecksum.verify(view)).isEqualTo(UdpChecksum.ABSENT);
    if (!ipv6) {
      long sum = InternetChecksum.sum(frame.bytes(), 0, view.transportOffset());
      assertThat(InternetChecksum.fold(sum)).isEqualTo(0xffff);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void holdsTheLongestMessageThatASegmentHolds(boolean ipv6) {
    byte[] longest = new byte[0xffff - DatagramView.TCP_HEADER_OCTETS - (ipv6 ? 0 : 20)];
    byte[] tcp = tcp(ipv6, longest);
    frame.make(tcp, BEFORE, tcp.length - BEFORE);
    DatagramView view = new DatagramView();
    assertThat(view.wrap(frame.bytes(), 0, frame.length())).isEqualTo(DatagramView.Shape.UDP);
    assertThat(view.payloadLength()).isEqualTo(longest.length);
  }

  /** A datagram from an address that begins with 9, somewhere in an array. */
  private static byte[] tcp(boolean ipv6, byte[] message) {
    int ip = BEFORE;
    int tcp = ip + (ipv6 ? 40 : 20);
    int octets = DatagramView.TCP_HEADER_OCTETS + message.length;
    byte[] bytes = new byte[tcp + octets];
    bytes[ip] = (byte) (ipv6 ? 0x60 : 0x45);
    Bytes.put16(bytes, ip + (ipv6 ? 4 : 2), ipv6 ? octets : 20 + octets);
    bytes[ip + (ipv6 ? 6 : 9)] = DatagramView.TCP;
    bytes[ip + (ipv6 ? 8 : 12)] = 9;
    Bytes.put16(bytes, tcp, 53);
    Bytes.put16(bytes, tcp + 2, 4000);
    bytes[tcp + 12] = 0x50;
    System.arraycopy(message, 0, bytes, tcp + DatagramView.TCP_HEADER_OCTETS, message.length);
    return bytes;
  }
}
