package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.InternetChecksum;

/** What becomes of DNS messages whose datagrams come in fragments. */
class FragmentedMessagesTest {
  private static final long SECOND = 1_000_000_000L;

  private final Recorder recorder = new Recorder();

  private static byte[] response(boolean ipv6) {
    return Datagrams.toClient(ipv6, Dns.response(7, Dns.NXDOMAIN, "no.example.com", Dns.TXT, 3000));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void handsTheWholeDatagramOnWithEachFragmentAsItCame(boolean ipv6) {
    byte[] whole = response(ipv6);
    byte[][] parts = Datagrams.fragments(whole, 99, 1232);
    recorder.packet(30, parts[2]);
    recorder.packet(10, parts[0]);
    recorder.packet(20, parts[1]);
    recorder.finish();

    assertThat(recorder.messages).hasSize(1);
    Recorder.Message message = recorder.messages.getFirst();
    assertThat(message.datagram()).isEqualTo(ipv6 ? whole : withId(whole, 99));
    assertThat(message.fragments()).containsExactly(parts);
    assertThat(message.epochNanos()).isEqualTo(30);
    assertThat(recorder.counts.dnsPackets()).isEqualTo(3);
    assertThat(recorder.leftOut()).isEmpty();
  }

  private static byte[] withId(byte[] ipv4, int id) {
    byte[] copy = ipv4.clone();
    copy[5] = (byte) id;
    InternetChecksum.putIpv4Header(copy, 0, 20);
    return copy;
  }

  @Test
  void takesTheFragmentHeaderOutFromBehindOtherExtensionHeaders() {
    byte[] whole = response(true);
    for (byte[] part : Datagrams.fragments(whole, 99, 1232)) {
      recorder.packet(1, withHopByHop(part));
    }
    recorder.finish();
    assertThat(recorder.messages.getFirst().datagram()).isEqualTo(withHopByHop(whole));
  }

  private static byte[] withHopByHop(byte[] ipv6) {
    byte[] longer = new byte[ipv6.length + 8];
    System.arraycopy(ipv6, 0, longer, 0, 40);
    System.arraycopy(ipv6, 40, longer, 48, ipv6.length - 40);
    longer[40] = ipv6[6];
    longer[42] = 1; // PadN of four
    longer[43] = 4;
    longer[6] = 0;
    Bytes.put16(longer, 4, longer.length - 40);
    return longer;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passesOverExactCopies(boolean ipv6) {
    byte[][] parts = Datagrams.fragments(response(ipv6), 1, 1232);
    for (int i : new int[] {0, 0, 2, 1}) {
      recorder.packet(i, parts[i]);
    }
    recorder.packet(5, parts[1]);
    recorder.finish();
    assertThat(recorder.messages).hasSize(1);
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.DUPLICATE_FRAGMENT, 1L, LeftOut.INCOMPLETE_FRAGMENTS, 1L));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void dropsADatagramWithOverlappingFragmentsAndWhatIsToComeOfIt(boolean ipv6) {
    byte[] whole = response(ipv6);
    byte[][] parts = Datagrams.fragments(whole, 1, 1232);
    recorder.packet(0, parts[0]);
    recorder.packet(1, Datagrams.fragment(whole, 1, 1224, 1240));
    recorder.packet(2, parts[1]);
    recorder.packet(3, parts[2]);
    recorder.finish();
    assertThat(recorder.messages).isEmpty();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.OVERLAPPING_FRAGMENTS, 4L));
  }

  @Test
  void dropsADatagramWithTwoEnds() {
    byte[] whole = response(true);
    recorder.packet(0, Datagrams.fragment(whole, 1, 1232, 2464, false));
    recorder.packet(1, Datagrams.fragment(whole, 1, 2464, 3000, false));
    recorder.finish();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.OVERLAPPING_FRAGMENTS, 2L));
  }

  @Test
  void doesNotMixFragmentsOfDifferentDatagrams() {
    byte[][] a = Datagrams.fragments(response(false), 1, 2000);
    byte[][] b = Datagrams.fragments(response(false), 2, 2000);
    recorder.packet(0, a[0]);
    recorder.packet(1, b[1]);
    recorder.finish();
    assertThat(recorder.messages).isEmpty();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.INCOMPLETE_FRAGMENTS, 2L));
  }

  @Test
  void givesADatagramUpThatIsNotWholeWithinThirtySeconds() {
    byte[][] parts = Datagrams.fragments(response(true), 1, 2000);
    recorder.packet(0, parts[0]);
    recorder.packet(31 * SECOND, parts[1]);
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.INCOMPLETE_FRAGMENTS, 1L));
    recorder.finish();
    assertThat(recorder.messages).isEmpty();
  }

  @Test
  void countsFragmentsOfOtherPortsUnderTheirOwnReason() {
    byte[] other = Datagrams.udp(true, 1, 2, 4000, 4001, new byte[3000]);
    byte[][] parts = Datagrams.fragments(other, 1, 1232);
    recorder.packet(0, parts[1]);
    recorder.packet(1, parts[0]);
    recorder.packet(2, parts[2]);
    recorder.finish();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.OTHER_PORT, 3L));
  }

  @Test
  void makesRoomByGivingUpTheOldestDatagram() {
    byte[] whole = response(false);
    for (int id = 0; id < 600; id++) {
      recorder.packet(id, Datagrams.fragment(whole, id, 0, 1232));
    }
    recorder.packet(600, Datagrams.fragment(whole, 599, 1232, 3000 + 8 + 12 + 20));
    recorder.finish();
    assertThat(recorder.messages).hasSize(1);
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.EVICTED_FRAGMENTS, 88L, LeftOut.INCOMPLETE_FRAGMENTS, 511L));
  }

  @Test
  void takesTheLongestDatagramThereCanBe() {
    byte[] dns = Dns.response(7, Dns.NOERROR, "a.example", Dns.TXT, 12);
    byte[] whole = Datagrams.toClient(true, Arrays.copyOf(dns, 65_535 - 8));
    for (byte[] part : Datagrams.fragments(whole, 1, 1024)) {
      recorder.packet(0, part);
    }
    recorder.finish();
    assertThat(recorder.messages).hasSize(1);
    assertThat(recorder.messages.getFirst().datagram()).isEqualTo(whole);
  }

  @Test
  void countsAFragmentThatIsNoMultipleOfEightOctetsAsMalformed() {
    recorder.packet(0, Datagrams.fragment(response(true), 1, 0, 1001, true));
    recorder.finish();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.MALFORMED_PACKET, 1L));
  }
}
