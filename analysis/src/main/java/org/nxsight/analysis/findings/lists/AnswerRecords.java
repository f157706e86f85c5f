package org.nxsight.analysis.findings.lists;

import org.nxsight.analysis.findings.Observation;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;

/** A walk over the answer section of a response; what is malformed ends it. */
final class AnswerRecords {
  static final int A = 1;
  static final int MX = 15;
  static final int TXT = 16;

  private byte[] bytes = {0};
  private int at;
  private int end;
  private int left;
  private int type;
  private int rdata;
  private int rdataOctets;

  /** Stands in front of the first record. */
  void set(Observation observation) {
    ExchangeView exchange = observation.exchange();
    bytes = exchange.bytes();
    int start = exchange.messageOffset();
    end = exchange.messageEnd();
    left = 0;
    if (end - start < DnsMessageView.HEADER_OCTETS) {
      return;
    }
    left = Bytes.u16(bytes, start + 6);
    at = start + DnsMessageView.HEADER_OCTETS;
    for (int questions = Bytes.u16(bytes, start + 4); questions > 0 && left > 0; questions--) {
      int nameEnd = DnsNames.skip(bytes, at, end);
      at = nameEnd + 4;
      left = nameEnd == DnsNames.MALFORMED || at > end ? 0 : left;
    }
  }

  /** Goes to the next record; false behind the last one. */
  boolean next() {
    int fixed = left > 0 ? DnsNames.skip(bytes, at, end) : DnsNames.MALFORMED;
    if (fixed == DnsNames.MALFORMED || fixed + 10 > end) {
      return false;
    }
    left--;
    type = Bytes.u16(bytes, fixed);
    rdata = fixed + 10;
    rdataOctets = Bytes.u16(bytes, fixed + 8);
    at = rdata + rdataOctets;
    return at <= end;
  }

  int type() {
    return type;
  }

  int rdata() {
    return rdata;
  }

  int rdataOctets() {
    return rdataOctets;
  }

  byte[] bytes() {
    return bytes;
  }
}
