package org.nxsight.store.writing;

import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;

/**
 * What makes a row of failures one of its own, as octets; all else of the exchange is counted. It
 * is reused.
 *
 * <pre>
 *    0        4       6       8     12     13        14       15       16         32      ...
 *   +--------+-------+-------+-----+------+---------+--------+--------+----------+-------+-------+-----+
 *   | minute | qtype | rcode | ede | kind | server  | soa    | qname  | server   | qname | soa   | pad |
 *   | i32    | u16   | u16   | i32 | u8   | octets  | octets | octets | address  |       | rrname|     |
 *   +--------+-------+-------+-----+------+---------+--------+--------+----------+-------+-------+-----+
 * </pre>
 *
 * <p>Names are {@link VeiledNames veiled}. minute: since 1970. ede: -1 without one. kind: 1 for a
 * flood, whose qname is the name below which the names are. soa octets: 0 without one. Names are in
 * lower case. Padded with zeros to a multiple of 8 octets.
 */
final class FailureKey {
  static final int MINUTE = 0;
  static final int QTYPE = 4;
  static final int RCODE = 6;
  static final int EDE = 8;
  static final int KIND = 12;
  static final int SERVER_OCTETS = 13;
  static final int SOA_OCTETS = 14;
  static final int QNAME_OCTETS = 15;
  static final int SERVER = 16;
  static final int QNAME = 32;

  /** What {@link #KIND} is of many names in one row. */
  static final int FLOOD = 1;

  private static final int MAX_OCTETS = QNAME + 2 * 256 + 8;

  private final byte[] bytes = new byte[MAX_OCTETS];
  private final VeiledNames veil = new VeiledNames();
  private int octets;
  private boolean mixedCase;

  /** Whether the qname may have been veiled. */
  private boolean hides;

  /** Reads an exchange that has a question. */
  void read(ExchangeView exchange, int minute) {
    byte[] from = exchange.bytes();
    int end = exchange.messageEnd();
    Bytes.put32(bytes, MINUTE, minute);
    Bytes.put16(bytes, QTYPE, exchange.qtype());
    Bytes.put16(bytes, RCODE, exchange.rcode());
    Bytes.put32(bytes, EDE, exchange.edeCode());
    Bytes.put8(bytes, KIND, 0);
    readServer(from, exchange.serverAddressOffset(), exchange.addressOctets());
    readQname(from, exchange.qnameOffset(), exchange.qnameOctets());
    hides = veil.mayHide(bytes, QNAME);
    int qnameOctets =
        hides ? veil.veil(bytes, QNAME, exchange.qnameOctets()) : exchange.qnameOctets();
    Bytes.put8(bytes, QNAME_OCTETS, qnameOctets);
    int soa = exchange.soaOwnerOffset();
    int soaOctets =
        soa < 0
            ? 0
            : DnsNames.unpack(from, exchange.messageOffset(), soa, end, bytes, QNAME + qnameOctets);
    close(Math.max(soaOctets, 0));
  }

  private void readServer(byte[] from, int offset, int length) {
    Bytes.put8(bytes, SERVER_OCTETS, length);
    Bytes.put64(bytes, SERVER, 0);
    Bytes.put64(bytes, SERVER + 8, 0);
    System.arraycopy(from, offset, bytes, SERVER, length);
  }

  private void readQname(byte[] from, int offset, int length) {
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < length; i++) {
      int octet = from[offset + i];
      if (octet >= 'A' && octet <= 'Z') {
        upper = true;
        octet |= 0x20;
      } else {
        lower |= octet >= 'a' && octet <= 'z';
      }
      bytes[QNAME + i] = (byte) octet;
    }
    mixedCase = upper && lower;
  }

  private void close(int soaOctets) {
    int soa = QNAME + qnameOctets();
    DnsNames.lowerCase(bytes, soa, soaOctets);
    int kept =
        !hides && endOffset(bytes, QNAME, soa, soaOctets) >= 0
            ? soaOctets
            : veil.veil(bytes, soa, soaOctets);
    Bytes.put8(bytes, SOA_OCTETS, kept);
    Bytes.put64(bytes, soa + kept, 0);
    octets = (soa + kept + 7) & -8;
  }

  /** Makes it that of the names below one that ends its qname, whoever the server is. */
  void becomeFlood(int parentOffset) {
    int parent = QNAME + qnameOctets() - parentOffset;
    System.arraycopy(bytes, parentOffset, bytes, QNAME, parent + soaOctets());
    Bytes.put8(bytes, QNAME_OCTETS, parent);
    Bytes.put8(bytes, KIND, FLOOD);
    Bytes.put8(bytes, SERVER_OCTETS, 0);
    Bytes.put64(bytes, SERVER, 0);
    Bytes.put64(bytes, SERVER + 8, 0);
    close(soaOctets());
  }

  /**
   * Where in the key the name starts that the qname's failure is one of many below: the SOA's owner
   * when the qname is below it or it, else the last two labels.
   */
  int parentOffset() {
    int cut = cutOffset(bytes, 0);
    if (cut >= 0) {
      return cut;
    }
    int last = QNAME;
    int second = QNAME;
    for (int at = QNAME; bytes[at] != 0; at += 1 + bytes[at]) {
      second = last;
      last = at;
    }
    return second;
  }

  /** Where the qname of the key at {@code key} goes on as its SOA's owner; -1 when it does not. */
  static int cutOffset(byte[] bytes, int key) {
    int soaOctets = Bytes.u8(bytes, key + SOA_OCTETS);
    int qname = key + QNAME;
    int soa = qname + Bytes.u8(bytes, key + QNAME_OCTETS);
    return soaOctets == 0 ? -1 : endOffset(bytes, qname, soa, soaOctets);
  }

  /** Where a name goes on as the one behind it; -1 when it does not. */
  private static int endOffset(byte[] bytes, int qname, int soa, int soaOctets) {
    int at = qname;
    while (soa - at > soaOctets) {
      at += 1 + bytes[at];
    }
    return soa - at == soaOctets && Bytes.equal(bytes, at, bytes, soa, soaOctets) ? at : -1;
  }

  /** The array that it stands at the start of. */
  byte[] bytes() {
    return bytes;
  }

  /** Its octets. */
  int octets() {
    return octets;
  }

  int minute() {
    return Bytes.i32(bytes, MINUTE);
  }

  int qnameOctets() {
    return Bytes.u8(bytes, QNAME_OCTETS);
  }

  private int soaOctets() {
    return Bytes.u8(bytes, SOA_OCTETS);
  }

  /** Whether the qname had letters of both cases. */
  boolean mixedCase() {
    return mixedCase;
  }
}
