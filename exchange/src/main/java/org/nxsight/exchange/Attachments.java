package org.nxsight.exchange;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.FragmentList;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.UdpChecksum;

/**
 * What belongs to a response besides its datagram: what became of it before others published it,
 * the zone whose servers were asked, and the fragments it came in. Most responses have none of
 * these, and then this takes no octet.
 *
 * <pre>
 *   +-----------+-------------+------+-----------+-----------------------------------------+
 *   | published | zone octets | zone | fragments | for each: nanos i64, octets i32, octets |
 *   | u8        | u8          |      | u16       |                                         |
 *   +-----------+-------------+------+-----------+-----------------------------------------+
 *   published: 0x80 the resolver's address was zeroed;
 *              0x07 1 + the verdict on the checksum the datagram had, 0 when its own tells
 * </pre>
 */
final class Attachments {
  private static final int FRAGMENT_HEADER_OCTETS = 12;
  private static final int RESOLVER_ZEROED = 0x80;
  private static final int CHECKSUM = 0x07;

  private Attachments() {}

  /** The octets {@link #write} takes. */
  static int octets(CapturedMessage captured) {
    FragmentList fragments = captured.fragments();
    if (isNothing(captured)) {
      return 0;
    }
    return 4
        + captured.zoneOctets()
        + FRAGMENT_HEADER_OCTETS * fragments.count()
        + fragments.totalOctets();
  }

  private static boolean isNothing(CapturedMessage captured) {
    return captured.zoneOctets() == 0
        && captured.fragments().count() == 0
        && !captured.isResolverZeroed()
        && captured.publishedChecksum() == null;
  }

  /** Writes what there is. */
  static void write(CapturedMessage captured, byte[] out, int at) {
    if (isNothing(captured)) {
      return;
    }
    UdpChecksum checksum = captured.publishedChecksum();
    int published = checksum == null ? 0 : 1 + checksum.ordinal();
    Bytes.put8(out, at, published | (captured.isResolverZeroed() ? RESOLVER_ZEROED : 0));
    Bytes.put8(out, at + 1, captured.zoneOctets());
    System.arraycopy(captured.zone(), captured.zoneOffset(), out, at + 2, captured.zoneOctets());
    int to = at + 2 + captured.zoneOctets();
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

  /** Whether the resolver's address was zeroed. */
  static boolean isResolverZeroed(byte[] bytes, int at) {
    return (bytes[at] & RESOLVER_ZEROED) != 0;
  }

  /** The verdict on the checksum the datagram had; null when its own tells. */
  static @Nullable UdpChecksum publishedChecksum(byte[] bytes, int at) {
    int checksum = bytes[at] & CHECKSUM;
    return checksum == 0 ? null : UdpChecksum.of(checksum - 1);
  }

  /** The octets of the zone. */
  static int zoneOctets(byte[] bytes, int at) {
    return Bytes.u8(bytes, at + 1);
  }

  /** Where the zone stands. */
  static int zoneOffset(int at) {
    return at + 2;
  }

  /** Points a list at the fragments. */
  static void readFragments(byte[] bytes, int at, FragmentList fragments) {
    fragments.clear();
    fragments.setBytes(bytes);
    int from = at + 2 + zoneOctets(bytes, at);
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
    if (isResolverZeroed(bytes, at)) {
      captured.zeroResolver();
    }
    UdpChecksum checksum = publishedChecksum(bytes, at);
    if (checksum != null) {
      captured.setPublishedChecksum(checksum);
    }
    if (zoneOctets(bytes, at) > 0) {
      captured.setZone(bytes, zoneOffset(at), zoneOctets(bytes, at));
    }
    readFragments(bytes, at, captured.fragments());
  }
}
