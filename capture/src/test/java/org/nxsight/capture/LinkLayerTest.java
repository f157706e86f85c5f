package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.capture.Headers.ethernet;
import static org.nxsight.capture.Headers.hex;
import static org.nxsight.capture.Headers.le32;
import static org.nxsight.capture.Headers.query;
import static org.nxsight.capture.Headers.vlan;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every link layer, with a golden header each, in front of the same query. */
class LinkLayerTest {
  private static final int ETHERNET = 1;
  private static final byte[] QUERY = query("example.com");
  private static final String SNAP = "aaaa03 000000 0800";

  @Test
  void readsEthernetWithUpToFourTags() {
    byte[] packet = ethernet(0x0800, QUERY);
    assertQuery(ETHERNET, packet);
    byte[] one = vlan(5, 0x0800, QUERY);
    assertQuery(ETHERNET, ethernet(0x8100, one));
    assertQuery(ETHERNET, ethernet(0x88a8, vlan(7, 0x8100, one)));
    assertQuery(ETHERNET, ethernet(0x9100, vlan(7, 0x9100, vlan(8, 0x8100, one))));
    byte[] four = vlan(7, 0x8100, vlan(7, 0x8100, vlan(7, 0x8100, one)));
    assertQuery(ETHERNET, ethernet(0x8100, four));
    assertLeftOut(LeftOut.NESTED_TOO_DEEP, ETHERNET, ethernet(0x8100, vlan(7, 0x8100, four)));
  }

  @Test
  void readsLlcInEthernet() {
    byte[] frame = hex(SNAP, QUERY);
    assertQuery(ETHERNET, ethernet(frame.length, frame));
    assertLeftOut(LeftOut.NOT_IP, ETHERNET, ethernet(38, hex("4242 03 0000000000", QUERY)));
  }

  @Test
  void guessesTheVersionBehindMplsLabels() {
    assertQuery(ETHERNET, ethernet(0x8847, hex("00010140", QUERY)));
    assertQuery(ETHERNET, ethernet(0x8848, hex("00010040 00020040 00030140", QUERY)));
    byte[] pseudowire = hex("00010140 00000000", ethernet(0x0800, QUERY));
    assertQuery(ETHERNET, ethernet(0x8847, pseudowire));
    assertLeftOut(LeftOut.NOT_IP, ETHERNET, ethernet(0x8847, hex("00010140 10")));
    assertLeftOut(
        LeftOut.NESTED_TOO_DEEP, ETHERNET, ethernet(0x8847, hex("00010040".repeat(40), QUERY)));
  }

  @Test
  void goesThroughFewHeadersInsideEachOtherHoweverLongThePacket() {
    byte[] pseudowires = repeated("00000100 00000000 000000000000 000000000000 8847");
    assertLeftOut(LeftOut.NESTED_TOO_DEEP, ETHERNET, ethernet(0x8847, pseudowires));
    byte[] lengths = repeated("aaaa03 000000 8100 0001 0100");
    assertLeftOut(LeftOut.NESTED_TOO_DEEP, ETHERNET, ethernet(0x0100, lengths));
    byte[] sessions =
        repeated("1100 0001 0040 0281 00000100 00000000 00000000000000000000000 08864");
    assertLeftOut(LeftOut.NESTED_TOO_DEEP, 51, sessions);
  }

  private static byte[] repeated(String header) {
    return hex(header.repeat((256 << 10) / (header.replace(" ", "").length() / 2)));
  }

  @Test
  void readsPppoeSessions() {
    assertQuery(ETHERNET, ethernet(0x8864, hex("1100 0001 0040 0021", QUERY)));
    assertQuery(51, hex("1100 0001 0040 0021", QUERY));
    assertLeftOut(LeftOut.NOT_IP, ETHERNET, ethernet(0x8864, hex("1100 0001 0006 c021 01")));
    assertLeftOut(LeftOut.NOT_IP, ETHERNET, ethernet(0x8863, hex("1109 0000 0000 0000")));
  }

  @Test
  void readsPppWithAndWithoutAddressAndCompression() {
    assertQuery(9, hex("0021", QUERY));
    assertQuery(9, hex("ff03 0021", QUERY));
    assertQuery(50, hex("ff03 21", QUERY));
    assertQuery(9, hex("0281 00010140", QUERY));
    assertLeftOut(LeftOut.NOT_IP, 9, hex("8021 01010004"));
  }

  @Test
  void readsRawIp() {
    for (int linkType : new int[] {12, 14, 101, 228}) {
      assertQuery(linkType, QUERY);
    }
    byte[] ipv6 = Headers.ipv6(17, Arrays.copyOfRange(QUERY, 20, QUERY.length));
    assertQuery(229, ipv6);
    assertQuery(101, ipv6);
  }

  @Test
  void readsLinuxCookedCaptures() {
    assertQuery(113, hex("0000 0001 0006 0200000000010000 0800", QUERY));
    assertQuery(113, hex("0000 0001 0006 0200000000010000 8100 0007 0800", QUERY));
    assertQuery(276, hex("0800 0000 00000002 0001 00 06 0200000000010000", QUERY));
    assertLeftOut(
        LeftOut.NOT_IP, 276, hex("0806 0000 00000002 0001 00 06 0200000000010000 00", QUERY));
  }

  @Test
  void readsLoopbacksInBothByteOrders() {
    assertQuery(0, hex("02000000", QUERY));
    assertQuery(0, hex("00000002", QUERY));
    assertQuery(108, hex("00000002", QUERY));
    assertLeftOut(LeftOut.NOT_IP, 0, hex("07000000", QUERY));
  }

  @Test
  void readsFddi() {
    assertQuery(10, hex("50 020000000002 020000000001" + SNAP, QUERY));
  }

  @Test
  void readsWirelessDataFrames() {
    String addresses = "020000000001 020000000002 020000000003 0000";
    assertQuery(105, hex("0801 0000" + addresses + SNAP, QUERY));
    assertQuery(105, hex("8801 0000" + addresses + "0000" + SNAP, QUERY));
    assertQuery(105, hex("8881 0000" + addresses + "0000 00000000" + SNAP, QUERY));
    assertQuery(105, hex("0803 0000" + addresses + "020000000004" + SNAP, QUERY));
    assertQuery(127, hex("0000 0c00 00000000 00000000 0801 0000" + addresses + SNAP, QUERY));
    assertLeftOut(LeftOut.NOT_IP, 105, hex("0841 0000" + addresses + SNAP, QUERY));
    assertLeftOut(LeftOut.NOT_IP, 105, hex("4801 0000" + addresses + SNAP, QUERY));
    assertLeftOut(LeftOut.NOT_IP, 105, hex("8000 0000" + addresses + SNAP, QUERY));
  }

  @Test
  void readsPktapAndNflog() {
    byte[] frame = ethernet(0x0800, QUERY);
    assertQuery(258, hex(le32(16) + le32(1) + le32(1) + "00000000", frame));
    assertLeftOut(
        LeftOut.UNKNOWN_LINK_TYPE, 258, hex(le32(16) + le32(1) + le32(258) + "00000000", frame));
    assertQuery(239, hex("02 00 0000 0500 0a00 61 000000 9400 0900", QUERY));
    assertLeftOut(LeftOut.NOT_IP, 239, hex("07 00 0000 9400 0900", QUERY));
    assertLeftOut(LeftOut.NOT_IP, 239, hex("02 00 0000 0000 0900", QUERY));
  }

  @Test
  void leavesOutLinkTypesItDoesNotKnow() {
    assertLeftOut(LeftOut.UNKNOWN_LINK_TYPE, 147, QUERY);
    assertLeftOut(LeftOut.UNKNOWN_LINK_TYPE, -1, QUERY);
  }

  @Test
  void tellsACutHeaderFromAMalformedOne() {
    byte[] frame = Headers.cut(ethernet(0x0800, QUERY), 13);
    assertThat(new Recorder().only(1, frame, 60).leftOut()).isEqualTo(Map.of(LeftOut.CUT_OFF, 1L));
    assertLeftOut(LeftOut.MALFORMED_PACKET, ETHERNET, frame);
  }

  private static void assertQuery(int linkType, byte[] packet) {
    Recorder recorder = new Recorder().only(linkType, packet);
    assertThat(recorder.texts()).containsExactly("query example.com.");
  }

  private static void assertLeftOut(LeftOut reason, int linkType, byte[] packet) {
    Recorder recorder = new Recorder().only(linkType, packet);
    assertThat(recorder.leftOut()).isEqualTo(Map.of(reason, 1L));
  }
}
