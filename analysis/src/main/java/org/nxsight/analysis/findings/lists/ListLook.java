package org.nxsight.analysis.findings.lists;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.dnsbl.ItemKind;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.ListZone;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.analysis.dnsbl.Malformed;
import org.nxsight.analysis.findings.AnswerRecords;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;

/** A view of one exchange as a question to a known list: about whom, and what the list said. */
final class ListLook {
  private static final int NXDOMAIN = 3;
  private static final int REFUSED = 5;
  private static final int LOOPBACK = 127;
  private static final int ERRORS = 0xffff;

  private final ListQuery query = new ListQuery(ListZones.known());
  private final AnswerRecords records = new AnswerRecords();
  private final byte[] address = new byte[16];
  private final byte[] domain = new byte[DnsNames.MAX_NAME_OCTETS + 1];
  private int addressOctets;

  /** Looks at an exchange; says whether a known list was asked, about whatever. */
  boolean set(Observation observation) {
    if (!observation.isOfList()) {
      return false;
    }
    query.set(observation.names(), 0, observation.names(), observation.soaOffset());
    return query.zone() != null;
  }

  /** Whether a failure's cause does not rule a known list out: a look costs more than that. */
  static boolean mayAsk(Observation observation) {
    Cause cause = observation.cause();
    return cause == null
        || !cause.isOfMissingName()
        || cause == Cause.DNSBL_NOT_LISTED
        || cause == Cause.DNSBL_DEAD_LIST;
  }

  /** Whether it is a question about somebody, whom a list may know: no test, no plain fact. */
  boolean isAboutItem() {
    ListZone zone = query.zone();
    if (zone == null || query.malformed() != Malformed.NONE || query.isTestPoint()) {
      return false;
    }
    addressOctets = query.readAddress(address);
    return zone.purpose() != ListZone.Purpose.LOOKUP && !(isTestHost() || isMappedTestHost());
  }

  /** 127.0.0.1 is never listed, and 127.0.0.2 always is (RFC 5782, section 5). */
  private boolean isTestHost() {
    return addressOctets == 4 && Bytes.i32(address, 0) >>> 2 == LOOPBACK << 22;
  }

  private boolean isMappedTestHost() {
    return addressOctets == 16
        && Bytes.i64(address, 0) == 0
        && (Bytes.i32(address, 8) == 0 || Bytes.i32(address, 8) == 0xffff)
        && Bytes.i32(address, 12) >>> 2 == LOOPBACK << 22;
  }

  ListQuery query() {
    return query;
  }

  ListZone zone() {
    ListZone zone = query.zone();
    if (zone == null) {
      throw new IllegalStateException("no list was asked");
    }
    return zone;
  }

  /** The item's key; of mail addresses that of their domain. */
  long itemKey(Observation observation) {
    int from = query.itemFrom();
    return observation.hash(observation.names(), from, query.itemTo() - from);
  }

  /** The key of the list's zone. */
  long listKey(Observation observation) {
    return observation.hashFrom(query.zoneOffset());
  }

  /** The address asked about. */
  byte[] address() {
    return address;
  }

  /** 4 or 16; 0 when no address was asked about. */
  int addressOctets() {
    return addressOctets;
  }

  /** Copies the domain asked about to {@link #domain} and returns its octets; 0 without one. */
  int readDomain(Observation observation) {
    if (query.kind() != ItemKind.DOMAIN) {
      return 0;
    }
    int octets = query.itemTo() - query.itemFrom();
    System.arraycopy(observation.names(), query.itemFrom(), domain, 0, octets);
    domain[octets] = 0;
    return octets + 1;
  }

  byte[] domain() {
    return domain;
  }

  /** The item for a person. */
  String item() {
    StringBuilder out = new StringBuilder();
    query.appendItem(out);
    return out.toString();
  }

  /** The list's zone for a person. */
  String list() {
    StringBuilder out = new StringBuilder();
    query.appendZone(out);
    return out.toString();
  }

  /** Whether what is listed there is thought to be bad. */
  static boolean isAccusing(@Nullable ListZone zone) {
    return zone != null
        && switch (zone.purpose()) {
          case BLOCK, URI, CONTENT -> true;
          case ALLOW, POLICY, TOR, LOOKUP -> false;
        };
  }

  /** What the list said. */
  Said said(Observation observation) {
    int rcode = observation.rcode();
    if (rcode != 0) {
      return rcode == NXDOMAIN ? Said.NOT_LISTED : rcode == REFUSED ? Said.REFUSED : Said.FAILED;
    }
    Said said = Said.NOT_LISTED;
    records.set(observation);
    while (records.next()) {
      if (records.type() == AnswerRecords.A && records.rdataOctets() == 4) {
        int listed = Bytes.i32(records.bytes(), records.rdata());
        if (listed >>> 24 != LOOPBACK) {
          return Said.FOREIGN;
        }
        return (listed >>> 8 & ERRORS) == ERRORS ? Said.REFUSED : Said.LISTED;
      }
      said = records.type() == AnswerRecords.TXT ? Said.LISTED : said;
    }
    return said;
  }
}
