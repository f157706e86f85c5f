package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.FragmentList;
import org.nxsight.wire.Bytes;

/**
 * What belongs to a response besides its datagram: the zone whose servers were asked, and the
 * fragments it came in. Most responses have neither, and then this takes no octet.
 *
 * <pre>
 *   +-------------+------+-----------+-----------------------------------------+
 *   | zone octets | zone | fragments | for each: nanos i64, octets i32, octets |
 *   | u8          |      | u16       |                                         |
 *   +-------------+------+-----------+-----------------------------------------+
 * </pre>
 */
final class Attachments {
  private static final int FRAGMENT_HEADER_OCTETS = 12;

  private Attachments() {}

  /** The octets {@link #write} takes. */
  static int octets(CapturedMessage captured) {
    FragmentList fragments = captured.fragments();
    if (captured.zoneOctets() == 0 && fragments.count() == 0) {
      return 0;
    }
    return 3
        + captured.zoneOctets()
        + FRAGMENT_HEADER_OCTETS * fragments.count()
        + fragments.totalOctets();
  }

  /** Writes what there is. */
  static void write(CapturedMessage captured, byte[] out, int at) {
    if (captured.zoneOctets() == 0 && captured.fragments().count() == 0) {
      return;
    }
    Bytes.put8(out, at, captured.zoneOctets());
    System.arraycopy(captured.zone(), captured.zoneOffset(), out, at + 1, captured.zoneOctets());
    int to = at + 1 + captured.zoneOctets();
    FragmentList fragments = captured.fragments();
    Bytes.put16(out, to, fragments.count());
    to += 2;
    for (int i = 0; i < fragments.count(); i++) {
      int octets = fragments.length(i);
      Bytes.put64(out, to, fragments.epochNanos(i));
      Bytes.put32(out, to + 8, octets);
      System.arraycopy(
          fragments.bytes(), fragments.offset(i), out, to + FRAGMENT_HEADER_OCTETS, octets);
      to += FRAGMENT_HEADER_OCTETS + octets;
    }
  }

  /** The octets of the zone. */
  static int zoneOctets(byte[] bytes, int at) {
    return Bytes.u8(bytes, at);
  }

  /** Where the zone stands. */
  static int zoneOffset(int at) {
    return at + 1;
  }

  /** Points a list at the fragments. */
  static void readFragments(byte[] bytes, int at, FragmentList fragments) {
    fragments.clear();
    fragments.setBytes(bytes);
    int from = at + 1 + zoneOctets(bytes, at);
    int count = Bytes.u16(bytes, from);
    from += 2;
    for (int i = 0; i < count; i++) {
      int octets = Bytes.i32(bytes, from + 8);
      fragments.add(from + FRAGMENT_HEADER_OCTETS, octets, Bytes.i64(bytes, from));
      from += FRAGMENT_HEADER_OCTETS + octets;
    }
  }

  /** Gives a message what {@link #write} took from it. */
  static void read(byte[] bytes, int at, CapturedMessage captured) {
    if (zoneOctets(bytes, at) > 0) {
      captured.setZone(bytes, zoneOffset(at), zoneOctets(bytes, at));
    }
    readFragments(bytes, at, captured.fragments());
  }
}
