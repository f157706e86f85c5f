package org.nxsight.wire.pcap;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;

/**
 * The file header of a pcap capture, and how its packet records are read (draft-ietf-opsawg-pcap).
 *
 * <pre>
 *   file:   magic(4) major(2) minor(2) reserved(8) snaplen(4) fcs(2) linktype(2)
 *   packet: seconds(4) fraction(4) captured length(4) original length(4) [8 more] octets...
 * </pre>
 *
 * The magic tells the byte order and whether the fraction counts micro- or nanoseconds; the old
 * patched form a1b2cd34 has eight more octets in each packet record.
 *
 * @param littleEndian the byte order of all numbers
 * @param nanosPerFraction 1000 or 1
 * @param linkType the LINKTYPE_ number of every packet
 * @param recordHeaderOctets 16, or 24 in the patched form
 */
public record PcapHeader(
    boolean littleEndian, int nanosPerFraction, int linkType, int recordHeaderOctets) {
  /** The length of the file header. */
  public static final int OCTETS = 24;

  private static final int MICROS = 0xa1b2c3d4;
  private static final int NANOS = 0xa1b23c4d;
  private static final int PATCHED = 0xa1b2cd34;

  /** Whether {@code magic}, the file's first four octets, is one of pcap's. */
  public static boolean isMagic(int magic) {
    return isMagicInOrder(magic) || isMagicInOrder(Integer.reverseBytes(magic));
  }

  private static boolean isMagicInOrder(int magic) {
    return magic == MICROS || magic == NANOS || magic == PATCHED;
  }

  /** Reads the header at {@code offset}, of which 24 octets exist; null when it is not pcap. */
  public static @Nullable PcapHeader read(byte[] bytes, int offset) {
    int magic = Bytes.i32(bytes, offset);
    boolean littleEndian = !isMagicInOrder(magic);
    if (littleEndian) {
      magic = Integer.reverseBytes(magic);
      if (!isMagicInOrder(magic)) {
        return null;
      }
    }
    int linkType = Bytes.i32(bytes, offset + 20);
    return new PcapHeader(
        littleEndian,
        magic == NANOS ? 1 : 1000,
        (littleEndian ? Integer.reverseBytes(linkType) : linkType) & 0xffff,
        magic == PATCHED ? 24 : 16);
  }

  /** A number of a packet record, as it stands in this file's byte order. */
  public int number(byte[] bytes, int offset) {
    int value = Bytes.i32(bytes, offset);
    return littleEndian ? Integer.reverseBytes(value) : value;
  }

  /** The capture time of the packet record at {@code offset}, in nanoseconds since 1970. */
  public long epochNanos(byte[] bytes, int offset) {
    long seconds = number(bytes, offset) & 0xffff_ffffL;
    long fraction = number(bytes, offset + 4) & 0xffff_ffffL;
    return seconds * 1_000_000_000L + fraction * nanosPerFraction;
  }

  /** The octets of the packet record at {@code offset} that were captured. */
  public int capturedOctets(byte[] bytes, int offset) {
    return number(bytes, offset + 8);
  }

  /** The octets the packet had on the wire. */
  public int originalOctets(byte[] bytes, int offset) {
    return number(bytes, offset + 12);
  }
}
