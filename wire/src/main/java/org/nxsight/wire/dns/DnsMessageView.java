package org.nxsight.wire.dns;

import org.nxsight.wire.Bytes;

/**
 * One DNS message inside a larger array (RFC 1035, section 4.1).
 *
 * <pre>
 *    0                   1                   2                   3
 *   +-------------------------------+-+-------+-+-+-+-+-+-+-+-------+
 *   |              id               |Q|opcode |A|T|R|R| |A|C| rcode |
 *   |                               |R|       |A|C|D|A|z|D|D|       |
 *   +-------------------------------+-+-------+-+-+-+-+-+-+-+-------+
 *   |            qdcount            |            ancount            |
 *   +-------------------------------+-------------------------------+
 *   |            nscount            |            arcount            |
 *   +-------------------------------+-------------------------------+
 *   | question: qname, qtype, qclass      | answer, authority, additional records ...
 * </pre>
 *
 * <p>A view is reused and never outlives the bytes it looks at. {@link #wrap} reads the header and
 * the question; {@link #scanRecords} walks the records once for what the channels need: the
 * extended rcode and the extended error of EDNS (RFC 6891, RFC 8914), and the owner of the
 * authority section's first SOA (RFC 2308).
 */
public final class DnsMessageView {
  /** The length of a message's header. */
  public static final int HEADER_OCTETS = 12;

  /** What {@link #wrap} found. */
  public enum Shape {
    /** A header and well-formed questions; only a single one counts as the question. */
    WELL_FORMED,
    /** Fewer than the 12 octets of a header. */
    SHORT_HEADER,
    /** The question's name is malformed or the question runs over the end. */
    BAD_QUESTION
  }

  private static final int TYPE_SOA = 6;
  private static final int TYPE_OPT = 41;
  private static final int OPTION_EDE = 15;

  private byte[] bytes = new byte[0];
  private int offset;
  private int end;
  private int qnameLength;
  private int recordsOffset;

  private boolean edns;
  private int extendedRcodeHigh;
  private int edeCode;
  private int soaOwnerOffset;

  /** Looks at the message in {@code bytes[offset, offset + length)}. */
  public Shape wrap(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = offset + length;
    qnameLength = 0;
    edns = false;
    extendedRcodeHigh = 0;
    edeCode = -1;
    soaOwnerOffset = -1;
    if (length < HEADER_OCTETS) {
      return Shape.SHORT_HEADER;
    }
    recordsOffset = offset + HEADER_OCTETS;
    int questions = Bytes.u16(bytes, offset + 4);
    return switch (questions) {
      case 0 -> Shape.WELL_FORMED;
      case 1 -> wrapQuestion();
      default -> skipQuestions(questions);
    };
  }

  private Shape wrapQuestion() {
    int nameEnd = DnsNames.skipUncompressed(bytes, recordsOffset, end);
    if (nameEnd == DnsNames.MALFORMED || nameEnd + 4 > end) {
      return Shape.BAD_QUESTION;
    }
    qnameLength = nameEnd - recordsOffset;
    recordsOffset = nameEnd + 4;
    return Shape.WELL_FORMED;
  }

  /** Several questions: no server answers them (RFC 9619), so none of them is the question. */
  private Shape skipQuestions(int questions) {
    for (int i = 0; i < questions; i++) {
      int nameEnd = DnsNames.skip(bytes, recordsOffset, end);
      if (nameEnd == DnsNames.MALFORMED || nameEnd + 4 > end) {
        return Shape.BAD_QUESTION;
      }
      recordsOffset = nameEnd + 4;
    }
    return Shape.WELL_FORMED;
  }

  /**
   * Walks answer, authority and additional records.
   *
   * @return false when a record is malformed or runs over the end; what was found before it stays
   */
  public boolean scanRecords() {
    int answers = Bytes.u16(bytes, offset + 6);
    int authorities = Bytes.u16(bytes, offset + 8);
    int additionals = Bytes.u16(bytes, offset + 10);
    int at = recordsOffset;
    for (int i = answers + authorities + additionals; i > 0; i--) {
      int owner = at;
      int fixed = DnsNames.skip(bytes, at, end);
      if (fixed == DnsNames.MALFORMED || fixed + 10 > end) {
        return false;
      }
      int rdata = fixed + 10;
      int rdataEnd = rdata + Bytes.u16(bytes, fixed + 8);
      if (rdataEnd > end) {
        return false;
      }
      int type = Bytes.u16(bytes, fixed);
      if (type == TYPE_SOA) {
        if (soaOwnerOffset < 0 && i > additionals && i <= additionals + authorities) {
          soaOwnerOffset = owner;
        }
      } else if (type == TYPE_OPT && i <= additionals) {
        readOpt(fixed, rdata, rdataEnd);
      }
      at = rdataEnd;
    }
    return true;
  }

  private void readOpt(int fixed, int rdata, int rdataEnd) {
    edns = true;
    extendedRcodeHigh = Bytes.u8(bytes, fixed + 4);
    for (int at = rdata; at + 4 <= rdataEnd; at += 4 + Bytes.u16(bytes, at + 2)) {
      if (Bytes.u16(bytes, at) == OPTION_EDE && at + 6 <= rdataEnd && edeCode < 0) {
        edeCode = Bytes.u16(bytes, at + 4);
      }
    }
  }

  /** The array this message stands in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the message starts in {@link #bytes()}. */
  public int offset() {
    return offset;
  }

  /** The message's length in octets. */
  public int length() {
    return end - offset;
  }

  /** The message id. */
  public int id() {
    return Bytes.u16(bytes, offset);
  }

  /** Whether QR is set: a response. */
  public boolean isResponse() {
    return bytes[offset + 2] < 0;
  }

  /** Whether recursion was desired. */
  public boolean recursionDesired() {
    return (bytes[offset + 2] & 0x01) != 0;
  }

  /** The rcode of the header alone, 0..15. */
  public int headerRcode() {
    return bytes[offset + 3] & 0x0f;
  }

  /** The rcode with the upper bits of EDNS, 0..4095; right after {@link #scanRecords}. */
  public int rcode() {
    return extendedRcodeHigh << 4 | headerRcode();
  }

  /** Whether the additional section has an OPT record. */
  public boolean hasEdns() {
    return edns;
  }

  /** The INFO-CODE of the first extended error, or -1. */
  public int edeCode() {
    return edeCode;
  }

  /** Whether there is a question. */
  public boolean hasQuestion() {
    return qnameLength > 0;
  }

  /** Where the qname starts in {@link #bytes()}. */
  public int qnameOffset() {
    return offset + HEADER_OCTETS;
  }

  /** The qname's octets, its root label included; 0 without a question. */
  public int qnameLength() {
    return qnameLength;
  }

  /** The question's type. */
  public int qtype() {
    return Bytes.u16(bytes, offset + HEADER_OCTETS + qnameLength);
  }

  /** The question's class. */
  public int qclass() {
    return Bytes.u16(bytes, offset + HEADER_OCTETS + qnameLength + 2);
  }

  /** Where the first record starts in {@link #bytes()}. */
  public int recordsOffset() {
    return recordsOffset;
  }

  /**
   * Where the owner of the authority section's first SOA stands, counted from the message's start,
   * or -1 when there is none.
   */
  public int soaOwnerOffset() {
    return soaOwnerOffset < 0 ? -1 : soaOwnerOffset - offset;
  }
}
