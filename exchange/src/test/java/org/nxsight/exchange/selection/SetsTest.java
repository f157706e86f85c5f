package org.nxsight.exchange.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.wire.dns.NameText;

/** What is in a set of domains and in one of address prefixes. */
class SetsTest {
  private static boolean contains(NameSuffixes domains, String name) {
    byte[] wire = new byte[300];
    int octets = NameText.parse(name, wire);
    assertThat(octets).isPositive();
    byte[] behind = new byte[octets + 7];
    System.arraycopy(wire, 0, behind, 7, octets);
    return domains.contains(behind, 7, octets);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, true",
    "EXAMPLE.com., true",
    "www.example.com, true",
    "a.b.C.Example.COM, true",
    "badexample.com, false",
    "example.com.net, false",
    "com, false",
    "x.test, true",
    "., false",
  })
  void holdsADomainAndWhatStandsBelow(String name, boolean held) {
    assertThat(contains(NameSuffixes.of(List.of("Example.com", "test.")), name)).isEqualTo(held);
  }

  @Test
  void holdsEverythingBelowTheRoot() {
    assertThat(contains(NameSuffixes.of(List.of(".")), "www.example.com")).isTrue();
    assertThat(contains(NameSuffixes.NONE, "www.example.com")).isFalse();
  }

  @Test
  void agreesWithTheEndsOfTexts() {
    long seed = System.nanoTime();
    System.out.println("SetsTest seed " + seed);
    Random random = new Random(seed);
    List<String> domains = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      domains.add(name(random, 2 + random.nextInt(2)));
    }
    NameSuffixes set = NameSuffixes.of(domains);
    int held = 0;
    for (int i = 0; i < 20_000; i++) {
      String name = name(random, 1 + random.nextInt(5));
      String lower = ("." + name).toLowerCase(Locale.ROOT);
      boolean expected =
          domains.stream().anyMatch(d -> lower.endsWith("." + d.toLowerCase(Locale.ROOT)));
      assertThat(contains(set, name)).as(name).isEqualTo(expected);
      held += expected ? 1 : 0;
    }
    assertThat(held).isBetween(100, 19_900);
  }

  private static String name(Random random, int labels) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < labels; i++) {
      name.append(i == 0 ? "" : ".").append("abcABCxyz".charAt(random.nextInt(9)));
      name.append(random.nextInt(4) == 0 ? "q" : "");
    }
    return name.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "", "x\\999"})
  void refusesWhatIsNoName(String text) {
    assertThatThrownBy(() -> NameSuffixes.of(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no domain name");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.77/24, 192.0.2.1, true",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.129, true",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.0, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::/0, 2001:db8::1, true",
  })
  void holdsWhatIsUnderAPrefix(String prefix, String address, boolean held) {
    byte[] octets = InetAddress.ofLiteral(address).getAddress();
    AddressPrefixes prefixes = AddressPrefixes.of(List.of("198.51.100.1", " " + prefix + " "));
    byte[] behind = Arrays.copyOf("xyz".getBytes(StandardCharsets.US_ASCII), 3 + octets.length);
    System.arraycopy(octets, 0, behind, 3, octets.length);
    assertThat(prefixes.contains(behind, 3, octets.length)).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.0/",
        "2001:db8::/129",
        "",
        "/"
      })
  void refusesWhatIsNoPrefix(String text) {
    assertThatThrownBy(() -> AddressPrefixes.of(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is neither an address nor a prefix");
  }
}
