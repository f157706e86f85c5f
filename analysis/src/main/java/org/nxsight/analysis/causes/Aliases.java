package org.nxsight.analysis.causes;

import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;

/** A view of where the CNAMEs of an answer lead whose end the answer does not have. */
public final class Aliases {
  private static final int CNAME = 5;
  private static final int RRSIG = 46;
  private static final int QUESTION_FIXED_OCTETS = 4;
  private static final int RECORD_FIXED_OCTETS = 10;

  private final byte[] target = new byte[DnsNames.MAX_NAME_OCTETS];
  private int octets;

  /** Looks at an answer; false when all its CNAMEs end in it, or it has none. */
  public boolean set(ExchangeView exchange) {
    octets = 0;
    byte[] bytes = exchange.bytes();
    int message = exchange.messageOffset();
    int end = exchange.messageEnd();
    int question = DnsNames.skip(bytes, message + DnsMessageView.HEADER_OCTETS, end);
    int at = question + QUESTION_FIXED_OCTETS;
    int leads = DnsNames.MALFORMED;
    for (int left = Bytes.u16(bytes, message + 6); left > 0; left--) {
      int fixed = question == DnsNames.MALFORMED ? question : DnsNames.skip(bytes, at, end);
      if (fixed == DnsNames.MALFORMED || fixed + RECORD_FIXED_OCTETS > end) {
        return false;
      }
      int type = Bytes.u16(bytes, fixed);
      if (type != CNAME && type != RRSIG) {
        return false;
      }
      leads = type == CNAME ? fixed + RECORD_FIXED_OCTETS : leads;
      at = fixed + RECORD_FIXED_OCTETS + Bytes.u16(bytes, fixed + 8);
    }
    int read =
        leads == DnsNames.MALFORMED
            ? DnsNames.MALFORMED
            : DnsNames.unpack(bytes, message, leads, end, target, 0);
    if (read == DnsNames.MALFORMED) {
      return false;
    }
    octets = read;
    DnsNames.lowerCase(target, 0, octets);
    return true;
  }

  /** The array that holds the name they lead to, in wire form and lower case, from its start. */
  public byte[] target() {
    return target;
  }

  /** The octets of that name. */
  public int octets() {
    return octets;
  }
}
