package org.nxsight.wire.pcap;

import org.nxsight.wire.Bytes;

/**
 * One block of a pcapng capture inside a larger array (draft-ietf-opsawg-pcapng, sections 3 and 4).
 *
 * <pre>
 *   any block        type(4) total length(4) body, padded to 4 ... total length(4)
 *
 *   section header   0a0d0d0a  length  byte order 1a2b3c4d(4) major(2) minor(2) section length(8)
 *                    options
 *   interface        00000001  length  link type(2) zero(2) snap length(4) options
 *   obsolete packet  00000002  length  interface(2) drops(2) time high(4) time low(4)
 *                    captured(4) original(4) octets, padded to 4 options
 *   simple packet    00000003  length  original(4) octets, padded to 4
 *   enhanced packet  00000006  length  interface(4) time high(4) time low(4)
 *                    captured(4) original(4) octets, padded to 4 options
 *   option           code(2) length(2) value, padded to 4; code 0 ends them
 * </pre>
 *
 * <p>All numbers are in the byte order of the section, which its header's byte-order magic tells. A
 * view is reused and never outlives the bytes it looks at.
 */
public final class PcapngBlock {
  /** The type of a section header; the same in both byte orders. */
  public static final int SECTION_HEADER = 0x0a0d0d0a;

  /** The type of an interface description. */
  public static final int INTERFACE = 1;

  /** The type of an obsolete packet block. */
  public static final int OBSOLETE_PACKET = 2;

  /** The type of a simple packet block. */
  public static final int SIMPLE_PACKET = 3;

  /** The type of an enhanced packet block. */
  public static final int ENHANCED_PACKET = 6;

  /** What must be there of a block before {@link #wrap}: a section header's byte order as well. */
  public static final int PROBE_OCTETS = 12;

  /** The octets of a block's length behind its body. */
  public static final int TRAILER_OCTETS = 4;

  private static final int HEADER_OCTETS = 8;
  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int OPTION_TIME_RESOLUTION = 9;
  private static final int OPTION_TIME_OFFSET = 14;

  private byte[] bytes = new byte[0];
  private boolean littleEndian;
  private int offset;
  private int type;
  private int totalOctets;

  /**
   * Looks at the block that starts at {@code offset}; a section header changes the byte order for
   * itself and all that follow.
   *
   * @return false when a section header has no byte order or the total length is impossible
   */
  public boolean wrap(byte[] bytes, int offset) {
    this.bytes = bytes;
    this.offset = offset;
    if (Bytes.i32(bytes, offset) == SECTION_HEADER) {
      int magic = Bytes.i32(bytes, offset + HEADER_OCTETS);
      littleEndian = magic != BYTE_ORDER_MAGIC;
      if (littleEndian && Integer.reverseBytes(magic) != BYTE_ORDER_MAGIC) {
        return false;
      }
    }
    type = i32(offset);
    totalOctets = i32(offset + 4);
    return totalOctets >= leastOctets() && (totalOctets & 3) == 0;
  }

  private int leastOctets() {
    return HEADER_OCTETS
        + TRAILER_OCTETS
        + switch (type) {
          case SECTION_HEADER -> 16;
          case INTERFACE -> 8;
          case ENHANCED_PACKET, OBSOLETE_PACKET -> 20;
          case SIMPLE_PACKET -> 4;
          default -> 0;
        };
  }

  /** Whether this kind of block has to be looked at; all others can be passed over. */
  public boolean isNeeded() {
    return switch (type) {
      case SECTION_HEADER, INTERFACE, ENHANCED_PACKET, OBSOLETE_PACKET, SIMPLE_PACKET -> true;
      default -> false;
    };
  }

  /** The block's type. */
  public int type() {
    return type;
  }

  /** The block's length, which ends with that length once more. */
  public int totalOctets() {
    return totalOctets;
  }

  /** Whether the four octets at {@code trailerOffset} repeat the block's length. */
  public boolean isRepeated(byte[] bytes, int trailerOffset) {
    int value = Bytes.i32(bytes, trailerOffset);
    return (littleEndian ? Integer.reverseBytes(value) : value) == totalOctets;
  }

  /** The major version that a section header tells. */
  public int majorVersion() {
    return u16(offset + 12);
  }

  /** The interface that an interface description describes. */
  public PcapngInterface readInterface() {
    int options = offset + 16;
    int resolution = option(options, OPTION_TIME_RESOLUTION, 1);
    int timeOffset = option(options, OPTION_TIME_OFFSET, 8);
    return new PcapngInterface(
        u16(offset + 8),
        i32(offset + 12),
        resolution == 0 ? PcapngInterface.MICROSECONDS : Bytes.u8(bytes, resolution),
        timeOffset == 0 ? 0 : i64(timeOffset));
  }

  /** Where the value of the first such option starts; 0 when there is none of that length. */
  private int option(int options, int wanted, int wantedOctets) {
    int end = offset + totalOctets - TRAILER_OCTETS;
    int at = options;
    while (at + 4 <= end) {
      int code = u16(at);
      int octets = u16(at + 2);
      if (code == 0 || at + 4 + octets > end) {
        return 0;
      }
      if (code == wanted) {
        return octets == wantedOctets ? at + 4 : 0;
      }
      at += 4 + ((octets + 3) & ~3);
    }
    return 0;
  }

  /**
   * The number of a packet's interface, which the section's interface descriptions count from 0.
   */
  public int interfaceNumber() {
    return switch (type) {
      case ENHANCED_PACKET -> i32(offset + 8);
      case OBSOLETE_PACKET -> u16(offset + 8);
      default -> 0;
    };
  }

  /** A packet's time in the units of its interface; a simple packet has none. */
  public long timeUnits() {
    return (i32(offset + 12) & 0xffff_ffffL) << 32 | (i32(offset + 16) & 0xffff_ffffL);
  }

  /** Where a packet's octets start. */
  public int packetOffset() {
    return offset + (type == SIMPLE_PACKET ? 12 : 28);
  }

  /**
   * A packet's octets that were captured, or -1 when the block has no room for so many.
   *
   * @param snapLength of the interface, 0 for none; a simple packet says nothing else
   */
  public int capturedOctets(int snapLength) {
    int room = offset + totalOctets - TRAILER_OCTETS - packetOffset();
    if (type == SIMPLE_PACKET) {
      int original = originalOctets();
      int captured = snapLength > 0 ? Math.min(original, snapLength) : original;
      return captured > room ? -1 : captured;
    }
    int captured = i32(offset + 20);
    return captured < 0 || captured > room ? -1 : captured;
  }

  /** A packet's octets on the wire; absurd numbers become the largest int. */
  public int originalOctets() {
    int octets = i32(offset + (type == SIMPLE_PACKET ? 8 : 24));
    return octets < 0 ? Integer.MAX_VALUE : octets;
  }

  private int u16(int at) {
    int value = Bytes.u16(bytes, at);
    return littleEndian ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
  }

  private int i32(int at) {
    int value = Bytes.i32(bytes, at);
    return littleEndian ? Integer.reverseBytes(value) : value;
  }

  private long i64(int at) {
    long value = Bytes.i64(bytes, at);
    return littleEndian ? Long.reverseBytes(value) : value;
  }
}
