package org.nxsight.capture.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A view over one block of a TPACKET_V3 ring, copied out of the ring, and the packets in it. All
 * numbers are in the machine's own byte order (Linux: networking/packet_mmap.rst).
 *
 * <pre>
 *   the block                                    a packet in it
 *   0   version, offset of private data          0   to the next packet, from this one; 0: the last
 *   8   status                                   4   seconds since 1970
 *   12  packets                                  8   and nanoseconds
 *   16  where the first one starts               12  octets captured
 *   20  octets used, these included              16  octets it had
 *   24  sequence number (8)                      20  status
 *   32  time of the first packet: s, ns          24  to its link layer, from here u16
 *   40  time of the last packet: s, ns           26  to its network layer, from here u16
 *   48  the first packet, mostly                 28  hash, VLAN tag (8); then an address; the packet
 * </pre>
 *
 * <p>Offsets that lead out of the block end it; the packets that cannot be reached are counted.
 */
final class RingBlock {
  static final int STATUS_OFFSET = 8;
  static final int USED_OFFSET = 20;
  static final int FIRST_TIME_OFFSET = 32;
  static final int HEADER_OCTETS = 48;
  static final int PACKET_HEADER_OCTETS = 48;

  /** The kernel has taken a VLAN tag of four octets out of the packet (TP_STATUS_VLAN_VALID). */
  private static final int TAG_TAKEN = 1 << 4;

  private static final int TAG_OCTETS = 4;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());

  private byte[] bytes = new byte[0];
  private int end;
  private int remaining;
  private int nextHeader;
  private int header;
  private int unreachable;

  /** Looks at the block that fills the first {@code length} octets. */
  void wrap(byte[] bytes, int length) {
    this.bytes = bytes;
    end = length;
    unreachable = 0;
    remaining = 0;
    if (length >= HEADER_OCTETS) {
      remaining = Math.clamp(i32(12), 0, length / PACKET_HEADER_OCTETS);
      nextHeader = i32(16);
    }
  }

  /** Goes to the next packet; false when there is none that can be reached. */
  boolean next() {
    if (remaining == 0) {
      return false;
    }
    header = nextHeader;
    if (header < HEADER_OCTETS || header > end - PACKET_HEADER_OCTETS || !isInside()) {
      unreachable = remaining;
      remaining = 0;
      return false;
    }
    remaining--;
    int step = i32(header);
    boolean forward = step >= PACKET_HEADER_OCTETS && step <= end - header;
    nextHeader = forward ? header + step : 0;
    return true;
  }

  private boolean isInside() {
    int octets = i32(header + 12);
    int offset = u16(header + 24);
    return octets >= 0 && offset >= PACKET_HEADER_OCTETS && offset <= end - header - octets;
  }

  /** Where the packet starts, with its link layer when it has one. */
  int packetOffset() {
    return header + u16(header + 24);
  }

  /** Its octets here. */
  int capturedOctets() {
    return i32(header + 12);
  }

  /** The octets it had on the wire, with a VLAN tag the kernel has taken out. */
  int originalOctets() {
    int tag = (i32(header + 20) & TAG_TAKEN) != 0 ? TAG_OCTETS : 0;
    return Math.max(capturedOctets(), i32(header + 16)) + tag;
  }

  /** When it was captured, in nanoseconds since 1970. */
  long epochNanos() {
    return (i32(header + 4) & 0xffff_ffffL) * 1_000_000_000L + (i32(header + 8) & 0xffff_ffffL);
  }

  /** The packets that could not be reached, once {@link #next} has returned false. */
  int unreachable() {
    return unreachable;
  }

  private int i32(int offset) {
    return (int) INT.get(bytes, offset);
  }

  private int u16(int offset) {
    return (short) SHORT.get(bytes, offset) & 0xffff;
  }
}
