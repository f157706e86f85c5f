package org.nxsight.analysis.findings;

import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;

/** A walk over the answer section of a response; what is malformed ends it. */
public final class AnswerRecords {
  public static final int A = 1;
  public static final int NS = 2;
  public static final int MX = 15;
  public static final int TXT = 16;
  public static final int AAAA = 28;
  public static final int SRV = 33;

  private static final int ANSWERS = 6;

  private byte[] bytes = {0};
  private int at;
  private int end;
  private int left;
  private int type;
  private int rdata;
  private int rdataOctets;

  /** How many records the answer section is said to have. */
  public static int count(Observation observation) {
    ExchangeView exchange = observation.exchange();
    int start = exchange.messageOffset();
    return exchange.messageEnd() - start < DnsMessageView.HEADER_OCTETS
        ? 0
        : Bytes.u16(exchange.bytes(), start + ANSWERS);
  }

  /** Stands in front of the first record. */
  public void set(Observation observation) {
    set(observation.exchange());
  }

  /** The same of an exchange that nobody has looked at. */
  public void set(ExchangeView exchange) {
    bytes = exchange.bytes();
    int start = exchange.messageOffset();
    end = exchange.messageEnd();
    left = 0;
    if (end - start < DnsMessageView.HEADER_OCTETS) {
      return;
    }
    left = Bytes.u16(bytes, start + ANSWERS);
    at = start + DnsMessageView.HEADER_OCTETS;
    for (int questions = Bytes.u16(bytes, start + 4); questions > 0 && left > 0; questions--) {
      int nameEnd = DnsNames.skip(bytes, at, end);
      at = nameEnd + 4;
      left = nameEnd == DnsNames.MALFORMED || at > end ? 0 : left;
    }
  }

  /** Goes to the next record; false behind the last one. */
  public boolean next() {
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

  /** The record's type. */
  public int type() {
    return type;
  }

  /** Where its data starts. */
  public int rdata() {
    return rdata;
  }

  /** How many octets that has. */
  public int rdataOctets() {
    return rdataOctets;
  }

  /** The array that holds the whole exchange. */
  public byte[] bytes() {
    return bytes;
  }
}
