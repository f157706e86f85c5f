package org.nxsight.channels.answers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.dns.RecordTypes;

/**
 * Finds the zone whose servers were asked, and learns from what was accepted who serves which zone
 * (Edmonds, Passive DNS Hardening, 2010).
 *
 * <p>The resolver's own word comes first, then the deepest zone at or above the qname that the
 * server is known to serve. What the response itself says is taken when it is authoritative and no
 * known servers of that zone speak against it; and when it says nothing, that the server was asked.
 */
final class Bailiwicks {
  private static final int A = RecordTypes.number("A");
  private static final int NS = RecordTypes.number("NS");
  private static final int SOA = RecordTypes.number("SOA");
  private static final int AAAA = RecordTypes.number("AAAA");
  private static final int DS = RecordTypes.number("DS");

  private final Delegations delegations;

  Bailiwicks(Set<Octets> rootServers) {
    delegations = new Delegations(rootServers, Delegations.MAX_OCTETS_A_TABLE);
  }

  /** The zone of a response with a question of this name and type. */
  AnswerZone zone(
      ExchangeView exchange, Name qname, Octets server, boolean authoritative, ResponseRrsets all) {
    Name told = told(exchange);
    if (told != null && qname.isWithin(told)) {
      return new AnswerZone(told, ZoneSource.RESOLVER);
    }
    Name learned = learned(qname, exchange.qtype(), server);
    if (learned != null) {
      return new AnswerZone(learned, ZoneSource.DELEGATION);
    }
    Name claimed = authoritative ? claimed(qname, all) : null;
    if (claimed != null) {
      return isContradicted(claimed, qname)
          ? AnswerZone.UNKNOWN
          : new AnswerZone(claimed, ZoneSource.RESPONSE);
    }
    return authoritative && !isServedByOthers(qname) ? AnswerZone.QUESTION : AnswerZone.UNKNOWN;
  }

  private static @Nullable Name told(ExchangeView exchange) {
    int octets = exchange.zoneOctets();
    return octets == 0 ? null : Name.of(exchange.bytes(), exchange.zoneOffset(), octets);
  }

  /**
   * The deepest zone that a server is known to serve and that holds a set of this owner and type,
   * or null. A DS set stands above the zone cut (RFC 4035, section 2.4).
   */
  @Nullable Name learned(Name owner, int rrtype, Octets server) {
    Name from = rrtype == DS && !owner.isRoot() ? owner.parent() : owner;
    return delegations.deepestZone(from, server);
  }

  /** The owner of the SOA, or else of the NS set, at or above the qname; null without one. */
  private static @Nullable Name claimed(Name qname, ResponseRrsets all) {
    Name zone = claimed(qname, all.authority(), SOA);
    zone = zone == null ? claimed(qname, all.answer(), SOA) : zone;
    zone = zone == null ? claimed(qname, all.authority(), NS) : zone;
    return zone == null ? claimed(qname, all.answer(), NS) : zone;
  }

  private static @Nullable Name claimed(Name qname, List<Rrset> section, int rrtype) {
    for (int i = 0; i < section.size(); i++) {
      Rrset rrset = section.get(i);
      if (rrset.rrtype() == rrtype && canClaim(rrset.rrname(), qname)) {
        return rrset.rrname();
      }
    }
    return null;
  }

  /** Nobody is believed to be the root or a top-level domain, unless asked for that very name. */
  private static boolean canClaim(Name zone, Name qname) {
    return zone.equals(qname) || (qname.isWithin(zone) && !zone.isTopLevel());
  }

  /** Whether the servers of a zone at the qname, or above it but for top-level ones, are known. */
  private boolean isServedByOthers(Name qname) {
    return qname.isTopLevel()
        ? delegations.isKnown(qname)
        : delegations.isKnownBetween(qname, qname.topLevelOctets() + 1);
  }

  /** Whether others are known to serve the claimed zone, or one between it and the qname. */
  private boolean isContradicted(Name claimed, Name qname) {
    return delegations.isKnownBetween(qname, claimed.wire().length());
  }

  /** Learns from a set that was accepted inside a confirmed bailiwick. */
  void learn(Rrset accepted) {
    if (accepted.rrtype() == NS) {
      for (Octets server : accepted.rdata()) {
        delegations.learnServer(accepted.rrname(), server);
      }
    } else if (accepted.rrtype() == A || accepted.rrtype() == AAAA) {
      for (Octets address : accepted.rdata()) {
        delegations.learnAddress(accepted.rrname(), address);
      }
    }
  }

  Delegations delegations() {
    return delegations;
  }
}
