package org.nxsight.analysis.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.analysis.cut.Wire;

class ListQueryTest {
  private static final String KEY = "abcdefghijklmnopqrstuvwx";
  private static final String SHA1 = "0123456789abcdef0123456789abcdef01234567";
  private final ListQuery query = new ListQuery(ListZones.known());

  @ParameterizedTest
  @CsvSource({
    "1.2.0.192.zen.spamhaus.org, IP4, 192.0.2.1, Spamhaus ZEN, 1.2.0.192.zen.spamhaus.org.",
    "netatlantic.com.multi.surbl.org, DOMAIN, netatlantic.com, SURBL multi,"
        + " netatlantic.com.multi.surbl.org.",
    "4.3.2.1.multi.surbl.org, IP4, 1.2.3.4, SURBL multi, 4.3.2.1.multi.surbl.org.",
    "1.2.0.192.abcdefghijklmnopqrstuvwxyz.zen.dq.spamhaus.net, IP4, 192.0.2.1,"
        + " Spamhaus ZEN (DQS), 1.2.0.192.*.zen.dq.spamhaus.net.",
    "0123456789abcdef0123456789abcdef01234567._email.abcdefghijklmnopqrstuvwxyz"
        + ".hbl.dq.spamhaus.net, HASH, 0123456789abcdef0123456789abcdef01234567,"
        + " Spamhaus HBL (DQS),"
        + " 0123456789abcdef0123456789abcdef01234567._email.*.hbl.dq.spamhaus.net.",
    "1.2.0.192.0123456789abcdef0123456789abcdef.combined.mail.abusix.zone, IP4, 192.0.2.1,"
        + " Abusix combined, 1.2.0.192.*.combined.mail.abusix.zone.",
    "abcdefghijkl.2.1.9.127.dnsbl.httpbl.org, IP4, 127.9.1.2, Project Honey Pot http:BL,"
        + " *.2.1.9.127.dnsbl.httpbl.org.",
    "john.doe@example.com.email.rspamd.com, EMAIL, *@example.com, Rspamd email,"
        + " *@example.com.email.rspamd.com.",
    "163.com.dbl.spamhaus.org, DOMAIN, 163.com, Spamhaus DBL, 163.com.dbl.spamhaus.org."
  })
  void namesTheListAndTheItemAndHidesKeysAndLocalParts(
      String qname, ItemKind kind, String item, String list, String redacted) {
    assertThat(set(qname)).as("%s", query.malformed()).isTrue();
    assertThat(query.kind()).isEqualTo(kind);
    assertThat(item()).isEqualTo(item);
    StringBuilder text = new StringBuilder();
    query.appendList(text);
    assertThat(text).hasToString(list);
    assertThat(redacted()).isEqualTo(redacted);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2, 2001:db8::1",
    "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0, ::",
    "1.0.0.0.1.0.0.0.0.0.0.0.1.0.0.0.1.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0, 1:0:0:1:1:0:1:1",
    "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.f.f.f.f, ffff::"
  })
  void writesSixteenOctetsAsRfc5952Says(String nibbles, String address) {
    assertThat(set(nibbles + ".zen.spamhaus.org")).isTrue();
    assertThat(query.kind()).isEqualTo(ItemKind.IP6);
    // RFC 5952, section 4.2.3: of two gaps as long as each other the first is left out.
    assertThat(item()).isEqualTo(address.replace("1:0:0:1:1:0:1:1", "1::1:1:0:1:1"));
  }

  @ParameterizedTest
  @CsvSource({
    "zen.spamhaus.org, NO_ITEM",
    "2.0.127.zen.spamhaus.org, NOT_FOUR_OCTETS",
    "5.4.3.2.1.zen.spamhaus.org, NOT_FOUR_OCTETS",
    "256.3.2.1.zen.spamhaus.org, NOT_FOUR_OCTETS",
    "04.3.2.1.zen.spamhaus.org, NOT_FOUR_OCTETS",
    "www.zen.spamhaus.org, NOT_AN_ADDRESS",
    "1.2.3.04.multi.surbl.org, DOMAIN",
    "www.multi.surbl.org, SINGLE_LABEL",
    "www.ebl.msbl.org, NOT_A_HASH",
    "4.3.2.1.ebl.msbl.org, NOT_A_HASH",
    "0123456789abcdef0123456789abcdef0123456.ebl.msbl.org, NOT_A_HASH"
  })
  void saysWhatIsWrongWithWhatIsNoItem(String qname, String reason) {
    if (reason.equals("DOMAIN")) {
      assertThat(set(qname)).isTrue();
    } else {
      assertThat(set(qname)).isFalse();
      assertThat(query.malformed()).isEqualTo(Malformed.valueOf(reason));
      assertThat(query.zone()).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4.3.2.1.dyn.isp.example",
    "4.3.2.1.in-addr.arpa",
    "d41d8cd98f00b204e9800998ecf8427e.cdn.example.net",
    "www.spamhaus.org",
    "4.3.2.1.zen.spamhaus.org.example.com",
    "surbl.org",
    "a.xmulti.surbl.org",
    "."
  })
  void leavesOtherNamesAlone(String qname) {
    assertThat(set(qname)).isFalse();
    assertThat(query.zone()).isNull();
    assertThat(redacted()).isEqualTo(qname.equals(".") ? "." : qname + ".");
  }

  @Test
  void knowsTheTestPoints() {
    assertThat(set("2.0.0.127.bl.spamcop.net")).isTrue();
    assertThat(query.isTestPoint()).isTrue();
    assertThat(set("test.dbl.spamhaus.org")).isTrue();
    assertThat(query.isTestPoint()).isTrue();
    assertThat(set("1.0.0.127.bl.spamcop.net")).isTrue();
    assertThat(query.isTestPoint()).isFalse();
  }

  @Test
  void knowsListsThatHaveEnded() {
    set("2.0.0.127.dnsbl.njabl.org");
    assertThat(query.isDead()).isTrue();
    assertThat(query.isZoneGone()).isFalse();
    byte[] wire = Wire.of("4.3.2.1.bl.spamcop.net");
    query.set(wire, 0, Wire.of("net"), 0);
    assertThat(query.isZoneGone()).isTrue();
    query.set(wire, 0, Wire.of("spamcop.net"), 0);
    assertThat(query.isDead()).isFalse();
    query.set(wire, 0, Wire.of("org"), 0);
    assertThat(query.isDead()).isFalse();
  }

  @Test
  void saysItToAPerson() {
    set("netatlantic.com.multi.surbl.org");
    assertThat(sentence())
        .isEqualTo(
            "the domain netatlantic.com was looked up in SURBL multi, so it stood in somebody's"
                + " mail, and it is not listed");
    set("4.3.2.1.dnsbl.njabl.org");
    assertThat(sentence())
        .isEqualTo(
            "the address 1.2.3.4 was looked up in NJABL dnsbl, so it connected to somebody's"
                + " server, but the list has closed, and whoever asks should stop");
  }

  @Test
  void neverWritesAKeyEvenOfANameItCannotRead() {
    for (String left :
        new String[] {
          KEY, "x." + KEY, KEY + ".x", "4.3.2." + KEY, KEY + ".4.3.2.1", SHA1 + "." + KEY
        }) {
      for (ListZone zone : ListZones.known().all()) {
        if (zone.key() != ListZone.KeyPlace.NONE) {
          set(left + "." + zone.name());
          assertThat(redacted()).as(left + "." + zone.name()).doesNotContain(KEY);
        }
      }
    }
  }

  @Test
  void escapesOctetsOfDomains() {
    assertThat(set("a\\000b.com.multi.surbl.org")).isTrue();
    assertThat(item()).isEqualTo("a\\000b.com");
    assertThat(set("x\\@.multi.surbl.org")).isTrue();
    assertThat(item()).isEqualTo("*@");
  }

  private boolean set(String qname) {
    return query.set(Wire.of(qname), 0, new byte[1], -1);
  }

  private String item() {
    StringBuilder text = new StringBuilder();
    query.appendItem(text);
    return text.toString();
  }

  private String redacted() {
    StringBuilder text = new StringBuilder();
    query.appendRedactedName(text);
    return text.toString();
  }

  private String sentence() {
    StringBuilder text = new StringBuilder();
    ListSentence.append(text, query);
    return text.toString();
  }
}
