package org.nxsight.channels.answers;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.RecordTypes;

/**
 * Takes the RRsets out of responses and hands on those that the servers asked have a say about:
 * inside the bailiwick of the zone whose servers were asked, or of another zone that this server is
 * known to serve.
 *
 * <p>Without the AA bit only what is below the zone in the authority section is taken, which is a
 * delegation, and its glue. When only the response or the question tells the zone, only sets of the
 * qname are taken, and nothing is learned: anybody who serves one name could claim the zone above
 * it.
 */
public final class Answers {
  private static final int INTERNET = 1;
  private static final int NXDOMAIN = 3;
  private static final int CNAME = RecordTypes.number("CNAME");
  private static final int DNAME = RecordTypes.number("DNAME");
  private static final int NS = RecordTypes.number("NS");
  private static final int SOA = RecordTypes.number("SOA");
  private static final int IXFR = RecordTypes.number("IXFR");
  private static final int AXFR = RecordTypes.number("AXFR");
  private static final int ANY = RecordTypes.number("ANY");

  private final RrsetHandler next;
  private final Bailiwicks bailiwicks;
  private final RrsetReader reader = new RrsetReader();
  private final AnswerCounts counts = new AnswerCounts();

  private enum Section {
    ANSWER,
    AUTHORITY,
    ADDITIONAL
  }

  /**
   * @param rootServers where delegations begin: {@link RootServers#addresses}, or those of another
   *     root
   * @param next takes what is accepted
   */
  public Answers(Set<Octets> rootServers, RrsetHandler next) {
    this.next = next;
    bailiwicks = new Bailiwicks(rootServers);
  }

  /**
   * Takes an exchange whose rcode is NOERROR, or NXDOMAIN for the aliases that led there.
   *
   * @return what the response says; null when nothing was read from it
   */
  public @Nullable ResponseKind onExchange(ExchangeView exchange) throws IOException {
    counts.addResponse();
    int flags = Bytes.u16(exchange.bytes(), exchange.messageOffset() + 2);
    Unread unread = unread(exchange, flags);
    if (unread != null) {
      counts.add(unread);
      return null;
    }
    boolean authoritative = (flags & 0x0400) != 0;
    ResponseRrsets all = reader.read(exchange);
    Name qname = reader.qname();
    Octets server =
        Octets.copyOf(exchange.bytes(), exchange.serverAddressOffset(), exchange.addressOctets());
    AnswerZone zone = bailiwicks.zone(exchange, qname, server, authoritative, all);
    ResponseKind kind = kind(exchange, all);
    counts.add(kind, zone.source(), all);
    Response response = new Response(qname, server, zone, authoritative, exchange.responseNanos());
    take(response, Section.ANSWER, all.answer());
    take(response, Section.AUTHORITY, all.authority());
    take(response, Section.ADDITIONAL, all.additional());
    return kind;
  }

  private record Response(
      Name qname, Octets server, AnswerZone zone, boolean authoritative, long epochNanos) {}

  private static @Nullable Unread unread(ExchangeView exchange, int flags) {
    if ((flags & 0x7800) != 0) {
      return Unread.OTHER_OPCODE;
    }
    if (!exchange.hasQuestion()) {
      return Unread.NO_QUESTION;
    }
    if (exchange.qclass() != INTERNET) {
      return Unread.OTHER_CLASS;
    }
    if (exchange.qtype() == AXFR || exchange.qtype() == IXFR) {
      return Unread.ZONE_TRANSFER;
    }
    return (flags & 0x0200) != 0 ? Unread.TRUNCATED : null;
  }

  private static ResponseKind kind(ExchangeView exchange, ResponseRrsets all) {
    int qtype = exchange.qtype();
    if (exchange.rcode() == NXDOMAIN) {
      return ResponseKind.NXDOMAIN;
    }
    if (has(all.answer(), qtype) || (qtype == ANY && !all.answer().isEmpty())) {
      return ResponseKind.ANSWER;
    }
    if (has(all.authority(), SOA)) {
      return ResponseKind.NODATA;
    }
    if (has(all.answer(), CNAME) || has(all.answer(), DNAME)) {
      return ResponseKind.ALIAS;
    }
    return has(all.authority(), NS) ? ResponseKind.REFERRAL : ResponseKind.EMPTY;
  }

  private static boolean has(List<Rrset> section, int rrtype) {
    for (int i = 0; i < section.size(); i++) { // for every response, several times
      if (section.get(i).rrtype() == rrtype) {
        return true;
      }
    }
    return false;
  }

  private void take(Response response, Section section, List<Rrset> rrsets) throws IOException {
    for (Rrset rrset : rrsets) {
      Placement placement = placement(response, rrset);
      Refusal refusal = refusal(response, section, rrset, placement);
      if (refusal == null && placement != null) {
        counts.addAccepted();
        if (response.zone.source().ordinal() <= ZoneSource.DELEGATION.ordinal()) {
          bailiwicks.learn(rrset);
        }
        next.onAccepted(rrset, placement, response.epochNanos);
      } else if (refusal != null) {
        counts.add(refusal);
        if (refusal.isUnplaced()) {
          next.onUnplaced(rrset, response.epochNanos);
        }
      }
    }
  }

  /** The response's zone, or else another that the server is known for; null outside of both. */
  private @Nullable Placement placement(Response response, Rrset rrset) {
    ZoneSource source = response.zone.source();
    Name zone = response.zone.zone();
    return switch (source) {
      case RESOLVER, DELEGATION -> {
        if (rrset.rrname().isWithin(zone)) {
          yield new Placement(zone, source);
        }
        Name other = bailiwicks.learned(rrset.rrname(), rrset.rrtype(), response.server);
        yield other == null ? null : new Placement(other, ZoneSource.DELEGATION);
      }
      case RESPONSE -> rrset.rrname().equals(response.qname) ? new Placement(zone, source) : null;
      case QUESTION -> rrset.rrname().equals(response.qname) ? new Placement(null, source) : null;
      case NOTHING -> null;
    };
  }

  private static @Nullable Refusal refusal(
      Response response, Section section, Rrset rrset, @Nullable Placement placement) {
    if (rrset.rrclass() != INTERNET) {
      return Refusal.OTHER_CLASS;
    }
    if (rrset.rrtype() == 0 || (rrset.rrtype() >= 128 && rrset.rrtype() <= 255)) {
      return Refusal.META_TYPE;
    }
    if (placement == null) {
      return switch (response.zone.source()) {
        case RESOLVER, DELEGATION -> Refusal.OUTSIDE_BAILIWICK;
        case RESPONSE, QUESTION -> Refusal.ZONE_UNCONFIRMED;
        case NOTHING -> Refusal.ZONE_UNKNOWN;
      };
    }
    if (response.authoritative) {
      return null;
    }
    boolean allowed =
        switch (section) {
          case ANSWER -> false;
          case AUTHORITY -> !rrset.rrname().equals(placement.bailiwick());
          case ADDITIONAL -> true;
        };
    return allowed ? null : Refusal.NOT_AUTHORITATIVE;
  }

  /** The counts, which keep changing. */
  public AnswerCounts counts() {
    return counts;
  }

  /** Zones and names of servers that were forgotten for want of room. */
  public long delegationsForgotten() {
    Delegations delegations = bailiwicks.delegations();
    return delegations.zonesForgotten()
        + delegations.serverNamesForgotten()
        + delegations.membersForgotten();
  }
}
