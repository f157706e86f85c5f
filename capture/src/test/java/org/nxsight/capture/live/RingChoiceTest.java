package org.nxsight.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.capture.live.Packets.fragmentHeader;
import static org.nxsight.capture.live.Packets.ipv4;
import static org.nxsight.capture.live.Packets.ipv6;
import static org.nxsight.capture.live.Packets.octets;
import static org.nxsight.capture.live.Packets.transport;

import org.junit.jupiter.api.Test;
import org.nxsight.wire.Bytes;

class RingChoiceTest {
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int UDP = 17;

  private final FilterMachine machine = new FilterMachine(RingChoice.program());

  private int choice(int protocol, String datagram) {
    byte[] packet = octets(datagram);
    return machine.withKnowledge(protocol, 0, InterfaceInfo.ETHERNET).run(packet, 0, packet.length);
  }

  @Test
  void keepsWhatBelongsToOneExchangeTogether() {
    String query = ipv4(5, UDP, 0, transport(40000, 53));
    int ring = choice(IPV4, query);
    assertThat(ring).isNotZero();
    assertThat(choice(IPV4, swapped(query, 12, 4))).isEqualTo(ring);
    assertThat(choice(IPV4, ipv4(5, UDP, 0x20b9, "ff".repeat(32)))).isEqualTo(ring);
    String icmp = ipv4(6, 1, 0, "0303" + "00".repeat(6) + query);
    String fromRouter = icmp.substring(0, 24) + "0a000001" + icmp.substring(32);
    assertThat(choice(IPV4, fromRouter)).isEqualTo(ring);
  }

  @Test
  void keepsWhatBelongsToOneExchangeTogetherOverIpv6() {
    String query = ipv6(UDP, transport(40000, 53));
    int ring = choice(IPV6, query);
    assertThat(ring).isNotZero();
    assertThat(choice(IPV6, swapped(query, 8, 16))).isEqualTo(ring);
    assertThat(choice(IPV6, ipv6(44, fragmentHeader(UDP, 9) + "ff".repeat(32)))).isEqualTo(ring);
    assertThat(choice(IPV6, ipv6(58, "0104" + "00".repeat(6) + query))).isEqualTo(ring);
  }

  @Test
  void looksBehindTagsThatTheKernelLeft() {
    String query = ipv4(5, UDP, 0, transport(40000, 53));
    assertThat(choice(0x8100, "00070800" + query)).isEqualTo(choice(IPV4, query));
    assertThat(choice(0x9100, "0064810000070800" + query)).isEqualTo(choice(IPV4, query));
  }

  @Test
  void spreadsServersOverTheRings() {
    int[] packets = new int[4];
    byte[] query = octets(ipv4(5, UDP, 0, transport(40000, 53)));
    machine.withKnowledge(IPV4, 0, InterfaceInfo.ETHERNET);
    for (int server = 0; server < 4000; server++) {
      Bytes.put32(query, 16, 0xc6336400 + server * 4);
      packets[machine.run(query, 0, query.length) % 4]++;
    }
    for (int count : packets) {
      assertThat(count).isBetween(900, 1100);
    }
  }

  @Test
  void choosesTheFirstRingForAllThatIsNoIp() {
    assertThat(choice(0x0806, "00".repeat(28))).isZero();
    assertThat(choice(IPV4, "45")).isZero();
  }

  /** The datagram with its two addresses exchanged. */
  private static String swapped(String datagram, int at, int octets) {
    int first = 2 * at;
    int second = first + 2 * octets;
    int end = second + 2 * octets;
    return datagram.substring(0, first)
        + datagram.substring(second, end)
        + datagram.substring(first, second)
        + datagram.substring(end);
  }
}
