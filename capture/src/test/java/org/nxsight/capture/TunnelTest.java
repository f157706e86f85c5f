package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.capture.Headers.ethernet;
import static org.nxsight.capture.Headers.hex;
import static org.nxsight.capture.Headers.ipv4;
import static org.nxsight.capture.Headers.ipv6;
import static org.nxsight.capture.Headers.query;
import static org.nxsight.capture.Headers.udp;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsight.capture.layers.Tunnel;

/** Every tunnel, with a golden header each, around the same query. */
class TunnelTest {
  private static final int GRE = 47;
  private static final byte[] QUERY = query("example.com");
  private static final byte[] QUERY6 = ipv6(17, Arrays.copyOfRange(QUERY, 20, QUERY.length));
  private static final byte[] FRAME = ethernet(0x0800, QUERY);

  @Test
  void opensIpInIp() {
    assertQuery(ipv4(4, QUERY));
    assertQuery(ipv4(41, QUERY6));
    assertQuery(ipv6(4, QUERY));
    assertQuery(ipv6(41, QUERY6));
  }

  @Test
  void opensGreWithEveryOptionalField() {
    assertQuery(ipv4(GRE, hex("0000 0800", QUERY)));
    assertQuery(ipv6(GRE, hex("0000 86dd", QUERY6)));
    assertQuery(ipv4(GRE, hex("b000 0800 00000000 00000001 00000002", QUERY)));
    assertQuery(ipv4(GRE, hex("0000 6558", FRAME)));
    assertQuery(ipv4(GRE, hex("0000 8847 00010140", QUERY)));
    assertQuery(ipv4(17, udp(50000, 4754, hex("0000 0800", QUERY))));
  }

  @Test
  void opensPppInBothVersionsOfGre() {
    assertQuery(ipv4(GRE, hex("0000 880b 0021", QUERY)));
    assertQuery(ipv4(GRE, hex("3081 880b 00400001 00000001 00000001 ff03 0021", QUERY)));
  }

  @Test
  void opensMirroredFrames() {
    assertQuery(ipv4(GRE, hex("0000 88be", FRAME)));
    assertQuery(ipv4(GRE, hex("1000 88be 00000001 10010001 00000000", FRAME)));
    assertQuery(ipv4(GRE, hex("1000 22eb 00000001 20010001 00000000 00000000", FRAME)));
    assertQuery(
        ipv4(GRE, hex("1000 22eb 00000001 20010001 00000000 00000001 0000000000000000", FRAME)));
  }

  @Test
  void opensOverlaysOfVirtualNetworks() {
    assertQuery(ipv4(17, udp(50000, 4789, hex("08000000 00002a00", FRAME))));
    assertQuery(ipv4(17, udp(50000, 4790, hex("0c000001 00002a00", QUERY))));
    assertQuery(ipv4(17, udp(50000, 4790, hex("0c000003 00002a00", FRAME))));
    assertQuery(ipv4(17, udp(50000, 6081, hex("0000 6558 00002a00", FRAME))));
    assertQuery(ipv4(17, udp(50000, 6081, hex("0200 0800 00002a00 0102030100000000", QUERY))));
    assertLeftOut(LeftOut.OTHER_PORT, ipv4(17, udp(50000, 4789, hex("00000000 00002a00", FRAME))));
  }

  @Test
  void opensUserDataOfMobileNetworks() {
    assertQuery(ipv4(17, udp(2152, 2152, hex("30ff 0040 00000001", QUERY))));
    assertQuery(ipv4(17, udp(2152, 2152, hex("32ff 0040 00000001 00010000", QUERY6))));
    assertQuery(ipv4(17, udp(2152, 2152, hex("34ff 0040 00000001 00000085 01100900", QUERY))));
    assertLeftOut(
        LeftOut.OTHER_PORT, ipv4(17, udp(2152, 2152, hex("3201 0004 00000000 00010000"))));
    assertLeftOut(
        LeftOut.NESTED_TOO_DEEP,
        ipv4(
            17,
            udp(2152, 2152, hex("34ff 0040 00000001 00000085" + "01100985".repeat(20), QUERY))));
  }

  @Test
  void opensTeredo() {
    assertQuery(ipv4(17, udp(3544, 50000, QUERY6)));
    assertQuery(ipv4(17, udp(50000, 3544, hex("0000 63bf 3fff fdd2", QUERY6))));
    assertQuery(
        ipv4(
            17, udp(50000, 3544, hex("0001 0000 0102030405060708 00 0000 63bf 3ffffdd2", QUERY6))));
  }

  @Test
  void countsWhatIsNoIpInside() {
    assertLeftOut(LeftOut.NOT_IP, ipv4(GRE, hex("0000 0000")));
    assertLeftOut(LeftOut.NOT_IP, ipv4(GRE, hex("0000 88cc 00")));
    assertLeftOut(LeftOut.OTHER_PROTOCOL, ipv4(GRE, hex("4000 0800 00000000 00000000", QUERY)));
    assertLeftOut(LeftOut.MALFORMED_PACKET, ipv4(GRE, hex("b000 0800 00000000")));
  }

  @Test
  void opensAsManyTunnelsInsideEachOtherAsALimitSays() {
    byte[] packet = QUERY;
    for (int i = 0; i < Tunnel.MAX_DEPTH; i++) {
      packet = ipv4(4, packet);
    }
    assertQuery(packet);
    assertLeftOut(LeftOut.NESTED_TOO_DEEP, ipv4(4, packet));
  }

  @Test
  void putsFragmentsOfATunnelTogether() {
    byte[] inner = Headers.nxdomain("example.com");
    for (byte[] outer :
        new byte[][] {
          ipv4(GRE, hex("0000 0800", inner)),
          ipv4(4, inner),
          ipv4(17, udp(50000, 4789, hex("08000000 00002a00", ethernet(0x0800, inner))))
        }) {
      Recorder recorder = new Recorder();
      for (byte[] fragment : Datagrams.fragments(outer, 7, 32)) {
        recorder.packet(1, fragment);
      }
      recorder.finish();
      assertThat(recorder.texts()).containsExactly("response 3 example.com.");
      assertThat(recorder.messages.getFirst().fragments()).isEmpty();
      assertThat(recorder.counts.dnsPackets()).isEqualTo(recorder.counts.packets());
    }
  }

  @Test
  void opensNoFragmentsInsideFragments() {
    byte[] part = Datagrams.fragments(Headers.nxdomain("example.com"), 8, 40)[0];
    Recorder recorder = new Recorder();
    for (byte[] fragment : Datagrams.fragments(ipv4(4, part), 7, 32)) {
      recorder.packet(1, fragment);
    }
    recorder.finish();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.NESTED_TOO_DEEP, 2L));
  }

  @Test
  void prefersDnsPortsToTunnelPorts() {
    byte[] message = Arrays.copyOfRange(QUERY, 28, QUERY.length);
    assertQuery(ipv4(17, udp(53, 2152, message)));
  }

  @Test
  void goesOnWithAFrameThatAMirrorHasCut() {
    byte[] frame = ethernet(0x0800, Headers.nxdomain("example.com"));
    byte[] cut = Headers.cut(frame, frame.length - 12);
    Recorder recorder =
        new Recorder()
            .only(Recorder.RAW, ipv4(GRE, hex("1000 88be 00000001 1001 0001 00000000", cut)));
    assertThat(recorder.texts()).containsExactly("response 3 example.com. cut off");
  }

  private static void assertQuery(byte[] packet) {
    Recorder recorder = new Recorder().only(Recorder.RAW, packet);
    assertThat(recorder.texts()).containsExactly("query example.com.");
    assertThat(recorder.counts.packets()).isEqualTo(1);
  }

  private static void assertLeftOut(LeftOut reason, byte[] packet) {
    Recorder recorder = new Recorder().only(Recorder.RAW, packet);
    assertThat(recorder.leftOut()).isEqualTo(Map.of(reason, 1L));
  }
}
