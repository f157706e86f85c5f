package org.nxsight.analysis.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.cut.Wire;

/** Questions in every format for every known zone, and names that only look like them. */
class GeneratedQuestionsTest {
  private static final long SEED = 20261124;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String BASE32 = LETTERS + "234567";
  private static final String HEX = "0123456789abcdef";

  private final Random random = new Random(SEED);
  private final ListQuery query = new ListQuery(ListZones.known());

  @Test
  void extractsEveryItemOfEveryZoneAndFormat() throws UnknownHostException {
    assertThat(ListZones.known().all()).hasSizeGreaterThan(300);
    int asked = 0;
    for (ListZone zone : ListZones.known().all()) {
      for (ItemFormat format : ItemFormat.values()) {
        for (int i = 0; i < 20 && zone.takes(format); i++) {
          assertExtracts(zone, format);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(10_000);
  }

  private void assertExtracts(ListZone zone, ItemFormat format) throws UnknownHostException {
    String item;
    String left;
    switch (format) {
      case IP4 -> {
        int[] octets = random.ints(4, 0, 256).toArray();
        item = octets[0] + "." + octets[1] + "." + octets[2] + "." + octets[3];
        left = octets[3] + "." + octets[2] + "." + octets[1] + "." + octets[0];
      }
      case IP6 -> {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        octets[0] = 0x20;
        item = Inet6Address.getByAddress(octets).getHostAddress();
        String digits = String.format("%032x", new BigInteger(1, octets));
        left = new StringBuilder(String.join(".", digits.split(""))).reverse().toString();
      }
      case DOMAIN -> left = item = digits(LETTERS, 3 + random.nextInt(20)) + ".co.uk";
      case SHA1 -> left = item = digits(HEX, 40);
      case MD5 -> left = item = digits(HEX, 32);
      case BASE32 -> left = item = digits(BASE32, random.nextBoolean() ? 32 : 52);
      case EMAIL -> {
        item = "*@example.com";
        left = digits(LETTERS, 6) + "@example.com";
      }
      default -> throw new AssertionError(format);
    }
    String key = digits(LETTERS, 24);
    String qname =
        switch (zone.key()) {
          case NONE -> left + "." + zone.name();
          case BEHIND -> left + "." + key + "." + zone.name();
          case FRONT -> key + "." + left + "." + zone.name();
        };
    byte[] wire = Wire.of(qname);
    assertThat(query.set(wire, 0, wire, -1)).as("seed %d, %s", SEED, qname).isTrue();
    assertThat(query.zone()).isEqualTo(zone);
    StringBuilder text = new StringBuilder();
    query.appendItem(text);
    if (format == ItemFormat.IP6) {
      assertThat(InetAddress.getByName(text.toString()).getHostAddress()).isEqualTo(item);
    } else {
      assertThat(text).hasToString(item);
    }
    text.setLength(0);
    query.appendRedactedName(text);
    assertThat(text.indexOf(key)).isEqualTo(-1);
  }

  @Test
  void takesNoLookAlikeForAQuestion() {
    for (int i = 0; i < 50_000; i++) {
      String qname = lookAlike(i % 8);
      byte[] wire = Wire.of(qname);
      assertThat(query.set(wire, 0, wire, -1)).as("seed %d, %s", SEED, qname).isFalse();
    }
  }

  private String lookAlike(int sort) {
    String domain = digits(LETTERS, 4 + random.nextInt(12)) + ".com";
    String address =
        random.ints(4, 0, 256).mapToObj(Integer::toString).reduce((a, b) -> a + "." + b).get();
    ListZone zone = ListZones.known().all().get(random.nextInt(ListZones.known().all().size()));
    return switch (sort) {
      case 0 -> "www." + domain;
      case 1 -> digits(HEX, 32) + ".cdn." + domain;
      case 2 -> digits(HEX, 40) + "." + domain;
      case 3 -> address + ".dyn." + domain;
      case 4 -> address + ".in-addr.arpa";
      case 5 -> address + "." + zone.name() + "." + domain;
      case 6 -> address + "." + zone.name().replace('.', '-') + ".com";
      default -> zone.name();
    };
  }

  private String digits(String of, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(of.charAt(random.nextInt(of.length())));
    }
    return text.toString();
  }
}
