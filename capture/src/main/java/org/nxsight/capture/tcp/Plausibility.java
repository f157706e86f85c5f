package org.nxsight.capture.tcp;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;

/**
 * Tells whether a DNS message starts somewhere in a stream of which the beginning is not known.
 *
 * <pre>
 *   0        2    4       6         8         10        12        14
 *   +--------+----+-------+---------+---------+---------+---------+--------------------------
 *   | length | id | flags | qdcount | ancount | nscount | arcount | qname, qtype, qclass, ...
 *   +--------+----+-------+---------+---------+---------+---------+--------------------------
 * </pre>
 *
 * <p>It does when the flags are those of a known opcode, the length has room for all the records
 * that are counted (RFC 1035, section 4.1), and one question of a real class follows; a message
 * without a question must be there whole and well-formed. Random octets pass once in some billions
 * of places.
 */
enum Plausibility {
  /** A message starts here. */
  YES,
  /** None does. */
  NO,
  /** It takes more octets to tell. */
  UNDECIDED;

  private static final int PREFIX_OCTETS = 2;
  private static final int LEAST_QUESTION_OCTETS = 5;
  private static final int LEAST_RECORD_OCTETS = 11;
  private static final int MAX_NAME_OCTETS = 255;

  /** Whether a length and its message start at {@code at}. */
  static Plausibility ofPrefixed(byte[] bytes, int at, int end) {
    if (end - at < PREFIX_OCTETS) {
      return UNDECIDED;
    }
    int length = Bytes.u16(bytes, at);
    if (length < DnsMessageView.HEADER_OCTETS) {
      return NO;
    }
    return ofMessage(bytes, at + PREFIX_OCTETS, end, length);
  }

  /** Whether the octets are exactly one message, whose length went by before the capture began. */
  static boolean isWholeMessage(byte[] bytes, int at, int length) {
    return ofMessage(bytes, at, at + length, length) == YES && isWellFormed(bytes, at, length);
  }

  private static boolean isWellFormed(byte[] bytes, int at, int length) {
    DnsMessageView view = new DnsMessageView();
    return view.wrap(bytes, at, length) == DnsMessageView.Shape.WELL_FORMED && view.scanRecords();
  }

  private static Plausibility ofMessage(byte[] bytes, int at, int end, int length) {
    if (end - at >= 4 && !hasPlausibleFlags(Bytes.u16(bytes, at + 2))) {
      return NO;
    }
    if (end - at < DnsMessageView.HEADER_OCTETS) {
      return UNDECIDED;
    }
    int questions = Bytes.u16(bytes, at + 4);
    int records = Bytes.u16(bytes, at + 6) + Bytes.u16(bytes, at + 8) + Bytes.u16(bytes, at + 10);
    int least =
        DnsMessageView.HEADER_OCTETS
            + questions * LEAST_QUESTION_OCTETS
            + records * LEAST_RECORD_OCTETS;
    if (questions > 1 || least > length) {
      return NO;
    }
    if (questions == 0) {
      return length <= end - at && isWellFormed(bytes, at, length) && least > 12 ? YES : NO;
    }
    return ofQuestion(bytes, at + DnsMessageView.HEADER_OCTETS, end, at + length);
  }

  /** Queries, status, notifications, updates and stateful operations (RFC 8490), Z being 0. */
  private static boolean hasPlausibleFlags(int flags) {
    int opcode = flags >>> 11 & 0x0f;
    boolean response = (flags & 0x8000) != 0;
    return opcode != 1
        && opcode != 3
        && opcode <= 6
        && (flags & 0x0040) == 0
        && (response || (flags & 0x000f) == 0);
  }

  private static Plausibility ofQuestion(byte[] bytes, int nameStart, int end, int messageEnd) {
    int at = nameStart;
    while (true) {
      if (at >= messageEnd || at - nameStart >= MAX_NAME_OCTETS) {
        return NO;
      }
      if (at >= end) {
        return UNDECIDED;
      }
      int label = Bytes.u8(bytes, at);
      if (label > 63) {
        return NO;
      }
      at += 1 + label;
      if (label == 0) {
        break;
      }
    }
    if (at + 4 > messageEnd) {
      return NO;
    }
    if (at + 4 > end) {
      return UNDECIDED;
    }
    return switch (Bytes.u16(bytes, at + 2)) {
      case 1, 3, 4, 254, 255 -> Bytes.u16(bytes, at) == 0 ? NO : YES;
      default -> NO;
    };
  }
}
