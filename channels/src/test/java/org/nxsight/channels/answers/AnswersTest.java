package org.nxsight.channels.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.channels.answers.Responses.address;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dns.RecordTypes;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;

/** Which RRsets of a response are accepted, and for which zone. */
class AnswersTest {
  private static final String ROOT = "192.0.2.1";
  private static final String TEST = "192.0.2.2";
  private static final String EXAMPLE = "192.0.2.3";
  private static final String EVIL = "192.0.2.66";
  private static final String SOA = "ns.example.test. h.example.test. 1 2 3 4 5";

  private final List<String> accepted = new ArrayList<>();
  private final List<String> unplaced = new ArrayList<>();
  private final Answers answers =
      new Answers(
          Set.of(address(ROOT)),
          new RrsetHandler() {
            @Override
            public void onAccepted(Rrset rrset, Placement placement, long epochNanos) {
              handedOn++;
              accepted.add(text(rrset) + " in " + placement.bailiwick());
            }

            @Override
            public void onUnplaced(Rrset rrset, long epochNanos) {
              unplaced.add(text(rrset));
            }
          });
  private long handedOn;

  private static String text(Rrset rrset) {
    String type = RecordTypes.text(rrset.rrtype());
    return rrset.rrname() + " " + type + " " + rrset.rdata().size();
  }

  @AfterEach
  void everyResponseAndRrsetIsCountedOnce() {
    AnswerCounts counts = answers.counts();
    long unread = 0;
    for (Unread reason : Unread.values()) {
      unread += counts.unread(reason);
    }
    long read = 0;
    for (ResponseKind kind : ResponseKind.values()) {
      read += counts.of(kind);
    }
    long placed = 0;
    for (ZoneSource source : ZoneSource.values()) {
      placed += counts.of(source);
    }
    long refused = 0;
    for (Refusal reason : Refusal.values()) {
      refused += counts.refused(reason);
    }
    assertThat(unread + read).isEqualTo(counts.responses());
    assertThat(placed).isEqualTo(read);
    assertThat(counts.accepted() + refused).isEqualTo(counts.rrsets());
    assertThat(counts.accepted()).isEqualTo(handedOn);
  }

  @Test
  void acceptsAnOrdinaryAnswerInsideTheZoneTheResolverTold() throws IOException {
    take(
        Responses.to("www.example.test.", "A")
            .zone("example.test.")
            .answer("www.example.test.", "A", "198.51.100.1")
            .answer("www.example.test.", "A", "198.51.100.2")
            .authority("example.test.", "NS", "ns.example.test.")
            .additional("ns.example.test.", "A", EXAMPLE));
    assertThat(accepted)
        .containsExactly(
            "www.example.test. A 2 in example.test.",
            "example.test. NS 1 in example.test.",
            "ns.example.test. A 1 in example.test.");
    assertThat(answers.counts().of(ResponseKind.ANSWER)).isEqualTo(1);
    assertThat(answers.counts().of(ZoneSource.RESOLVER)).isEqualTo(1);
  }

  @Test
  void followsDelegationsDownFromTheRoot() throws IOException {
    delegate();
    assertThat(accepted)
        .containsExactly(
            "test. NS 1 in .",
            "ns.test. A 1 in .",
            "example.test. NS 1 in test.",
            "ns.example.test. A 1 in test.");
    accepted.clear();
    take(
        Responses.to("www.example.test.", "A")
            .from(EXAMPLE)
            .answer("www.example.test.", "A", "198.51.100.1"));
    assertThat(accepted).containsExactly("www.example.test. A 1 in example.test.");
    assertThat(answers.counts().of(ResponseKind.REFERRAL)).isEqualTo(2);
    assertThat(answers.counts().of(ZoneSource.DELEGATION)).isEqualTo(3);
  }

  @Test
  void refusesTheEndOfACnameChainOutsideOfTheZone() throws IOException {
    delegate();
    accepted.clear();
    take(
        Responses.to("www.example.test.", "A")
            .from(EXAMPLE)
            .answer("www.example.test.", "CNAME", "a.example.test.")
            .answer("a.example.test.", "CNAME", "cdn.other.test.")
            .answer("cdn.other.test.", "A", "198.51.100.1"));
    assertThat(accepted)
        .containsExactly(
            "www.example.test. CNAME 1 in example.test.",
            "a.example.test. CNAME 1 in example.test.");
    assertThat(answers.counts().refused(Refusal.OUTSIDE_BAILIWICK)).isEqualTo(1);
  }

  @Test
  void acceptsTheEndOfAChainInAnotherZoneOfTheSameServer() throws IOException {
    delegate();
    take(
        Responses.to("other.test.", "A")
            .from(TEST)
            .withoutAuthority()
            .authority("other.test.", "NS", "ns.example.test."));
    accepted.clear();
    take(
        Responses.to("www.example.test.", "A")
            .from(EXAMPLE)
            .answer("www.example.test.", "CNAME", "cdn.other.test.")
            .answer("cdn.other.test.", "A", "198.51.100.1"));
    assertThat(accepted)
        .containsExactly(
            "www.example.test. CNAME 1 in example.test.", "cdn.other.test. A 1 in other.test.");
  }

  @Test
  void refusesGlueOutsideOfTheBailiwick() throws IOException {
    delegate();
    accepted.clear();
    take(
        Responses.to("www.glued.test.", "A")
            .from(TEST)
            .withoutAuthority()
            .authority("glued.test.", "NS", "ns.elsewhere.invalid.")
            .authority("glued.test.", "NS", "ns.glued.test.")
            .additional("ns.elsewhere.invalid.", "A", EVIL)
            .additional("ns.glued.test.", "A", "192.0.2.4"));
    assertThat(accepted)
        .containsExactly("glued.test. NS 2 in test.", "ns.glued.test. A 1 in test.");
    take(Responses.to("x.glued.test.", "A").from(EVIL).answer("x.glued.test.", "A", "192.0.2.5"));
    assertThat(answers.counts().refused(Refusal.OUTSIDE_BAILIWICK)).isEqualTo(1);
    assertThat(accepted).last().isEqualTo("x.glued.test. A 1 in null");
  }

  @Test
  void refusesAPoisonedAdditionalSection() throws IOException {
    delegate();
    accepted.clear();
    take(
        Responses.to("www.example.test.", "A")
            .from(EXAMPLE)
            .answer("www.example.test.", "A", "198.51.100.1")
            .authority("test.", "NS", "ns.example.test.")
            .authority(".", "NS", "ns.example.test.")
            .additional("www.bank.test.", "A", EVIL)
            .additional("www.badexample.test.", "A", EVIL)
            .additional("ns.test.", "A", EVIL));
    assertThat(accepted).containsExactly("www.example.test. A 1 in example.test.");
    assertThat(answers.counts().refused(Refusal.OUTSIDE_BAILIWICK)).isEqualTo(5);
  }

  @Test
  void takesOnlyTheQnamesSetsWhenNobodyButTheResponseTellsTheZone() throws IOException {
    take(
        Responses.to("www.evil.co.test.", "A")
            .from(EVIL)
            .answer("www.evil.co.test.", "A", EVIL)
            .authority("co.test.", "NS", "ns.evil.co.test.")
            .additional("www.bank.co.test.", "A", EVIL)
            .additional("ns.evil.co.test.", "A", EVIL));
    take(Responses.to("www.bank.co.test.", "A").from(EVIL).answer("www.bank.co.test.", "A", EVIL));
    assertThat(accepted)
        .containsExactly("www.evil.co.test. A 1 in co.test.", "www.bank.co.test. A 1 in null");
    assertThat(answers.counts().refused(Refusal.ZONE_UNCONFIRMED)).isEqualTo(3);
    assertThat(unplaced)
        .containsExactly("co.test. NS 1", "www.bank.co.test. A 1", "ns.evil.co.test. A 1");
  }

  @Test
  void believesNobodyToBeATopLevelDomainUnlessAskedForIt() throws IOException {
    take(
        Responses.to("evil.invalid.", "NS")
            .from(EVIL)
            .answer("evil.invalid.", "NS", "ns.evil.invalid.")
            .authority("invalid.", "SOA", SOA));
    take(Responses.to("invalid.", "NS").from(EVIL).answer("invalid.", "NS", "ns.invalid."));
    assertThat(accepted)
        .containsExactly("evil.invalid. NS 1 in evil.invalid.", "invalid. NS 1 in invalid.");
  }

  @Test
  void takesTheQnamesSetsWhenNothingTellsTheZone() throws IOException {
    take(
        Responses.to("www.shop.test.", "A")
            .from(EVIL)
            .answer("www.shop.test.", "CNAME", "shop.elsewhere.test.")
            .answer("shop.elsewhere.test.", "A", "192.0.2.7"));
    take(
        Responses.to("www.shop.test.", "A")
            .from(EVIL)
            .withoutAuthority()
            .answer("www.shop.test.", "A", "192.0.2.8"));
    assertThat(accepted).containsExactly("www.shop.test. CNAME 1 in null");
    assertThat(unplaced).containsExactly("shop.elsewhere.test. A 1", "www.shop.test. A 1");
    assertThat(answers.counts().of(ZoneSource.QUESTION)).isEqualTo(1);
  }

  @Test
  void doesNotTakeThemFromAStrangerToKnownServers() throws IOException {
    delegate();
    accepted.clear();
    take(Responses.to("www.example.test.", "A").from(EVIL).answer("www.example.test.", "A", EVIL));
    take(Responses.to("test.", "NS").from(EVIL).answer("test.", "NS", "ns.evil.test."));
    assertThat(accepted).isEmpty();
    assertThat(unplaced).containsExactly("www.example.test. A 1", "test. NS 1");
  }

  @Test
  void doesNotBelieveAClaimAgainstKnownServers() throws IOException {
    delegate();
    accepted.clear();
    take(
        Responses.to("www.example.test.", "A")
            .from(EVIL)
            .answer("www.example.test.", "A", EVIL)
            .authority("example.test.", "NS", "ns.evil.test."));
    take(
        Responses.to("www.evil.test.", "A")
            .from(EVIL)
            .answer("www.evil.test.", "A", EVIL)
            .authority("test.", "NS", "ns.evil.test."));
    assertThat(accepted).containsExactly("www.evil.test. A 1 in null");
    assertThat(answers.counts().refused(Refusal.ZONE_UNKNOWN)).isEqualTo(2);
    assertThat(answers.counts().refused(Refusal.ZONE_UNCONFIRMED)).isEqualTo(1);
  }

  @Test
  void countsNodataAndAcceptsItsSoa() throws IOException {
    take(
        Responses.to("www.example.test.", "AAAA")
            .zone("example.test.")
            .authority("example.test.", "SOA", SOA));
    assertThat(accepted).containsExactly("example.test. SOA 1 in example.test.");
    assertThat(answers.counts().of(ResponseKind.NODATA)).isEqualTo(1);
  }

  @Test
  void keepsTheAliasesThatLedToAMissingName() throws IOException {
    take(
        Responses.to("www.example.test.", "A")
            .zone("example.test.")
            .rcode(Rcode.NXDOMAIN)
            .answer("www.example.test.", "CNAME", "gone.example.test.")
            .authority("example.test.", "SOA", SOA));
    assertThat(accepted)
        .containsExactly(
            "www.example.test. CNAME 1 in example.test.", "example.test. SOA 1 in example.test.");
    assertThat(answers.counts().of(ResponseKind.NXDOMAIN)).isEqualTo(1);
  }

  @Test
  void placesADsSetAboveTheCutWhenOneServerHasBothZones() throws IOException {
    delegate();
    take(
        Responses.to("sub.example.test.", "NS")
            .from(EXAMPLE)
            .answer("sub.example.test.", "NS", "ns.example.test."));
    accepted.clear();
    String digest = "1 13 2 " + "00".repeat(32);
    take(
        Responses.to("sub.example.test.", "DS")
            .from(EXAMPLE)
            .answer("sub.example.test.", "DS", digest));
    assertThat(accepted).containsExactly("sub.example.test. DS 1 in example.test.");
  }

  @Test
  void refusesWhatIsNotAuthoritative() throws IOException {
    delegate();
    accepted.clear();
    take(
        Responses.to("www.example.test.", "A")
            .from(EXAMPLE)
            .withoutAuthority()
            .answer("www.example.test.", "A", "198.51.100.1")
            .authority("example.test.", "NS", "ns.example.test."));
    assertThat(accepted).isEmpty();
    assertThat(answers.counts().refused(Refusal.NOT_AUTHORITATIVE)).isEqualTo(2);
  }

  @Test
  void readsNothingFromWhatIsNoWholeAnswer() throws IOException {
    take(response().flag(Flags.TC));
    take(response().opcode(Opcode.UPDATE));
    take(Responses.to("example.test.", "AXFR").answer("example.test.", "SOA", SOA));
    assertThat(accepted).isEmpty();
    assertThat(answers.counts().unread(Unread.TRUNCATED)).isEqualTo(1);
    assertThat(answers.counts().unread(Unread.OTHER_OPCODE)).isEqualTo(1);
    assertThat(answers.counts().unread(Unread.ZONE_TRANSFER)).isEqualTo(1);
  }

  private static Responses response() throws IOException {
    return Responses.to("www.example.test.", "A")
        .zone("example.test.")
        .answer("www.example.test.", "A", "198.51.100.1");
  }

  /** The way from the root to example.test. */
  private void delegate() throws IOException {
    take(
        Responses.to("www.example.test.", "A")
            .from(ROOT)
            .withoutAuthority()
            .authority("test.", "NS", "ns.test.")
            .additional("ns.test.", "A", TEST));
    take(
        Responses.to("www.example.test.", "A")
            .from(TEST)
            .withoutAuthority()
            .authority("example.test.", "NS", "ns.example.test.")
            .additional("ns.example.test.", "A", EXAMPLE));
  }

  private void take(Responses response) throws IOException {
    answers.onExchange(response.exchange());
  }
}
