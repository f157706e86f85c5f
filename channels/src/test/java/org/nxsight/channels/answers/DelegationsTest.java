package org.nxsight.channels.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.channels.answers.Responses.address;
import static org.nxsight.channels.answers.Responses.name;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of who serves which zone. */
class DelegationsTest {
  private static final Octets SERVER = address("192.0.2.1");

  @Test
  void findsTheDeepestZoneThatAnAddressServes() {
    Delegations delegations = new Delegations(Set.of(), 1 << 20);
    learn(delegations, "test.", "ns.test.", "192.0.2.1");
    learn(delegations, "example.test.", "ns.test.", "192.0.2.1");
    assertThat(delegations.deepestZone(name("a.b.example.test."), SERVER))
        .isEqualTo(name("example.test."));
    assertThat(delegations.deepestZone(name("badexample.test."), SERVER)).isEqualTo(name("test."));
    assertThat(delegations.deepestZone(name("other."), SERVER)).isNull();
    assertThat(delegations.deepestZone(name("example.test."), address("192.0.2.2"))).isNull();
  }

  @Test
  void forgetsTheZonesUnusedForLongestAndCountsThem() {
    Delegations delegations = new Delegations(Set.of(), 20_000);
    learn(delegations, "used.", "ns.used.", "192.0.2.1");
    for (int i = 0; i < 1_000; i++) {
      learn(delegations, "n" + i + ".test.", "ns.n" + i + ".test.", "192.0.2.9");
      assertThat(delegations.isServer(name("used."), SERVER)).isTrue();
    }
    assertThat(delegations.isServer(name("n0.test."), address("192.0.2.9"))).isFalse();
    assertThat(delegations.isServer(name("n999.test."), address("192.0.2.9"))).isTrue();
    assertThat(delegations.zonesForgotten()).isBetween(900L, 999L);
    assertThat(delegations.serverNamesForgotten()).isBetween(900L, 999L);
  }

  @Test
  void keepsOnlySoManyServersOfAZone() {
    Delegations delegations = new Delegations(Set.of(), 1 << 20);
    for (int i = 0; i < Delegations.MAX_SERVERS_A_ZONE + 2; i++) {
      learn(delegations, "test.", "ns" + i + ".test.", "192.0.2." + i);
    }
    assertThat(delegations.isServer(name("test."), address("192.0.2.1"))).isFalse();
    assertThat(delegations.isServer(name("test."), address("192.0.2.2"))).isTrue();
    assertThat(delegations.membersForgotten()).isEqualTo(2);
  }

  @Test
  void knowsTheRootsServersFromTheStart() {
    Delegations delegations = new Delegations(RootServers.addresses(), 1 << 20);
    assertThat(RootServers.addresses()).hasSize(28);
    assertThat(delegations.deepestZone(name("a.test."), address("2001:7fe::53")))
        .isEqualTo(Name.ROOT);
  }

  @Test
  void learnsNoAddressesOfNamesThatServeNothing() {
    Delegations delegations = new Delegations(Set.of(), 1 << 20);
    delegations.learnAddress(name("www.test."), SERVER);
    delegations.learnServer(name("test."), name("www.test.").wire());
    assertThat(delegations.isServer(name("test."), SERVER)).isFalse();
    assertThat(delegations.isKnown(name("test."))).isFalse();
  }

  private static void learn(Delegations delegations, String zone, String server, String address) {
    delegations.learnServer(name(zone), name(server).wire());
    delegations.learnAddress(name(server), address(address));
  }
}
