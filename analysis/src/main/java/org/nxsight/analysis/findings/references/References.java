package org.nxsight.analysis.findings.references;

import org.nxsight.analysis.findings.AnswerRecords;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;

/**
 * A view of the names that the MX, NS or SRV records of an answer point at. Of several, an answer
 * tells of one, which its time chooses, so that after some answers all were told of.
 */
public final class References {
  /** Octets before the name in the data of an MX record (RFC 1035) and of an SRV record (2782). */
  private static final int MX_OCTETS = 2;

  private static final int SRV_OCTETS = 6;

  private final AnswerRecords records = new AnswerRecords();
  private final byte[] target = new byte[DnsNames.MAX_NAME_OCTETS];
  private int octets;

  /** Whether records of a type point at names of hosts, which must exist. */
  public static boolean isReference(int qtype) {
    return qtype == AnswerRecords.MX || qtype == AnswerRecords.NS || qtype == AnswerRecords.SRV;
  }

  /** Reads a target; false when there is none, or it is the root, which says that there is none. */
  boolean set(Observation observation) {
    return set(observation.exchange());
  }

  /** The same of an answer that nobody has looked at. */
  public boolean set(ExchangeView exchange) {
    octets = 0;
    int qtype = exchange.qtype();
    int count = 0;
    records.set(exchange);
    while (records.next()) {
      count += records.type() == qtype ? 1 : 0;
    }
    if (count == 0) {
      return false;
    }
    long drawn = Mixing.mix(exchange.responseNanos() ^ Mixing.A, Mixing.B);
    int left = (int) Long.remainderUnsigned(drawn, count);
    records.set(exchange);
    while (records.next()) {
      if (records.type() == qtype && left-- == 0) {
        read(exchange, qtype);
        break;
      }
    }
    return octets > 1;
  }

  private void read(ExchangeView exchange, int qtype) {
    int before =
        qtype == AnswerRecords.MX ? MX_OCTETS : qtype == AnswerRecords.SRV ? SRV_OCTETS : 0;
    if (records.rdataOctets() <= before) {
      return;
    }
    int from = records.rdata() + before;
    int end = exchange.messageEnd();
    octets = DnsNames.unpack(records.bytes(), exchange.messageOffset(), from, end, target, 0);
    octets = Math.max(0, octets);
    DnsNames.lowerCase(target, 0, octets);
  }

  /** The array that holds the target, in wire form and lower case, from its start. */
  public byte[] target() {
    return target;
  }

  /** The target's octets. */
  public int octets() {
    return octets;
  }
}
