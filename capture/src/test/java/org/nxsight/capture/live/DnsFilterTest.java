package org.nxsight.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.capture.live.Packets.IPV4;
import static org.nxsight.capture.live.Packets.IPV6;
import static org.nxsight.capture.live.Packets.ethernet;
import static org.nxsight.capture.live.Packets.fragmentHeader;
import static org.nxsight.capture.live.Packets.ipv4;
import static org.nxsight.capture.live.Packets.ipv6;
import static org.nxsight.capture.live.Packets.octets;
import static org.nxsight.capture.live.Packets.transport;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.capture.Ports;

class DnsFilterTest {
  private static final int UDP = 17;
  private static final int TCP = 6;
  private static final String QUERY = transport(40000, 53);
  private static final String RESPONSE = transport(53, 40000);
  private static final String WEB = transport(40000, 443);

  private final FilterMachine filter = filter(false, false);

  private static FilterMachine filter(boolean cooked, boolean tunnels) {
    return new FilterMachine(DnsFilter.of(Ports.of(53, 5300), cooked, tunnels));
  }

  @ParameterizedTest
  @ValueSource(ints = {UDP, TCP})
  void passesQueriesAndResponsesOfBothFamilies(int protocol) {
    for (String packet : new String[] {QUERY, RESPONSE, transport(5300, 9)}) {
      assertThat(filter.passes(ethernet(IPV4, ipv4(5, protocol, 0, packet)))).isTrue();
      assertThat(filter.passes(ethernet(IPV4, ipv4(15, protocol, 0x4000, packet)))).isTrue();
      assertThat(filter.passes(ethernet(IPV6, ipv6(protocol, packet)))).isTrue();
    }
    assertThat(filter.passes(ethernet(IPV4, ipv4(5, protocol, 0, WEB)))).isFalse();
    assertThat(filter.passes(ethernet(IPV6, ipv6(protocol, WEB)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"81000001", "88a80001", "91000001", "88a8000181000002"})
  void looksBehindVlanTags(String tags) {
    assertThat(filter.passes(ethernet(tags + IPV4, ipv4(5, UDP, 0, QUERY)))).isTrue();
    assertThat(filter.passes(ethernet(tags + IPV6, ipv6(TCP, QUERY)))).isTrue();
    assertThat(filter.passes(ethernet(tags + IPV4, ipv4(5, UDP, 0, WEB)))).isFalse();
    assertThat(filter.passes(ethernet(tags + "0806", "00".repeat(28)))).isFalse();
  }

  @Test
  void passesAllFragmentsOfUdpAndTcpBecauseOnlyTheFirstHasPorts() {
    String middle = "ff".repeat(32);
    for (int protocol : new int[] {UDP, TCP}) {
      assertThat(filter.passes(ethernet(IPV4, ipv4(5, protocol, 0x2000, WEB)))).isTrue();
      assertThat(filter.passes(ethernet(IPV4, ipv4(5, protocol, 0x20b9, middle)))).isTrue();
      assertThat(filter.passes(ethernet(IPV4, ipv4(5, protocol, 0x00b9, middle)))).isTrue();
      for (int offsetAndFlag : new int[] {1, 0x05c9, 0x05c8}) {
        String fragment = fragmentHeader(protocol, offsetAndFlag) + middle;
        assertThat(filter.passes(ethernet(IPV6, ipv6(44, fragment)))).isTrue();
      }
    }
    assertThat(filter.passes(ethernet(IPV4, ipv4(5, 50, 0x2000, middle)))).isFalse();
    assertThat(filter.passes(ethernet(IPV6, ipv6(44, fragmentHeader(50, 1) + middle)))).isFalse();
  }

  @Test
  void passesIcmpErrorsAndNoOtherIcmp() {
    for (String error : new String[] {"03", "04", "0b", "0c"}) {
      assertThat(filter.passes(ethernet(IPV4, ipv4(5, 1, 0, error + "03" + "00".repeat(30)))))
          .isTrue();
    }
    assertThat(filter.passes(ethernet(IPV4, ipv4(5, 1, 0, "0800" + "00".repeat(30))))).isFalse();
    assertThat(filter.passes(ethernet(IPV6, ipv6(58, "0104" + "00".repeat(30))))).isTrue();
    assertThat(filter.passes(ethernet(IPV6, ipv6(58, "8700" + "00".repeat(30))))).isFalse();
  }

  @Test
  void passesWhatStandsBehindIpv6ExtensionsUnlessItIsIcmp() {
    assertThat(filter.passes(ethernet(IPV6, ipv6(60, "1100" + "00".repeat(6) + WEB)))).isTrue();
    assertThat(filter.passes(ethernet(IPV6, ipv6(0, "3a00" + "00".repeat(30))))).isFalse();
  }

  @Test
  void passesTunnelsOnlyWhenAskedTo() {
    FilterMachine withTunnels = filter(false, true);
    byte[][] tunnels = {
      ethernet(IPV4, ipv4(5, 47, 0, "00".repeat(24))),
      ethernet(IPV4, ipv4(5, 4, 0, ipv4(5, UDP, 0, QUERY))),
      ethernet(IPV4, ipv4(5, 41, 0, ipv6(UDP, QUERY))),
      ethernet(IPV4, ipv4(5, UDP, 0, transport(50000, 4789))),
      ethernet(IPV6, ipv6(UDP, transport(50000, 6081))),
      ethernet(IPV4, ipv4(5, UDP, 0, transport(3544, 50000))),
      ethernet("8847", "00".repeat(40)),
      ethernet("8864", "00".repeat(40))
    };
    for (byte[] tunnel : tunnels) {
      assertThat(filter.passes(tunnel)).isFalse();
      assertThat(withTunnels.passes(tunnel)).isTrue();
    }
  }

  @Test
  void asksTheKernelForTheProtocolOfCookedPackets() {
    FilterMachine cooked = filter(true, false);
    byte[] query = octets(ipv4(5, UDP, 0, QUERY));
    assertThat(cooked.withKnowledge(0x0800, 0, 65534).passes(query)).isTrue();
    assertThat(cooked.withKnowledge(0x86dd, 4, 65534).passes(octets(ipv6(UDP, RESPONSE)))).isTrue();
    assertThat(cooked.withKnowledge(0x0806, 0, 1).passes(query)).isFalse();
  }

  @Test
  void takesOneOfTheTwoCopiesOnLoopback() {
    byte[] query = ethernet(IPV4, ipv4(5, UDP, 0, QUERY));
    int outgoing = 4;
    assertThat(filter.withKnowledge(0, outgoing, InterfaceInfo.LOOPBACK).passes(query)).isFalse();
    assertThat(filter.withKnowledge(0, 0, InterfaceInfo.LOOPBACK).passes(query)).isTrue();
    assertThat(filter.withKnowledge(0, outgoing, InterfaceInfo.ETHERNET).passes(query)).isTrue();
  }

  @Test
  void refusesStumps() {
    byte[] query = ethernet(IPV4, ipv4(5, UDP, 0, QUERY));
    for (int length = 0; length < 14 + 20 + 2; length++) {
      assertThat(filter.passes(query, 0, length)).isFalse();
    }
  }

  @Test
  void fitsTheKernelsLimitWithThePortsItCompares() {
    int[] many = IntStream.rangeClosed(1, DnsFilter.MAX_PORTS).toArray();
    FilterMachine compared = new FilterMachine(DnsFilter.of(Ports.of(many), false, true));
    assertThat(compared.passes(ethernet(IPV4, ipv4(5, UDP, 0, transport(40000, 990))))).isTrue();
    assertThat(compared.passes(ethernet(IPV4, ipv4(5, UDP, 0, transport(40000, 991))))).isFalse();
  }

  @Test
  void passesEveryPortWhenTheyAreTooManyToCompare() {
    int[] tooMany = IntStream.rangeClosed(1, DnsFilter.MAX_PORTS + 1).toArray();
    FilterMachine open = new FilterMachine(DnsFilter.of(Ports.of(tooMany), false, false));
    assertThat(open.passes(ethernet(IPV4, ipv4(5, UDP, 0, transport(40000, 50000))))).isTrue();
    assertThat(open.passes(ethernet(IPV4, ipv4(5, 1, 0, "0800" + "00".repeat(30))))).isFalse();
  }
}
