package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.SHORT;
import static org.nxsight.capture.layers.Inside.TOO_DEEP;

import org.nxsight.wire.Bytes;

/**
 * An MPLS label stack (RFC 3032, section 2.1).
 *
 * <pre>
 *   label(20 bits) class(3 bits) bottom of stack(1 bit) ttl(8 bits)   ... as often as needed
 * </pre>
 *
 * <p>Nothing says what stands behind the last label: the first four bits do, 4 or 6 for IP, and 0
 * for the control word of an Ethernet pseudowire (RFC 4385, section 3; RFC 4448).
 */
final class Mpls {
  private static final int LABEL_OCTETS = 4;

  /** Deep service stacks have six or seven labels. */
  private static final int MAX_LABELS = 16;

  private static final int BOTTOM_OF_STACK = 0x100;
  private static final int CONTROL_WORD_OCTETS = 4;

  private Mpls() {}

  /** Where the IP datagram starts, or a code of {@link Inside}. */
  static int ipOffset(byte[] bytes, int offset, int end, int depth) {
    int at = offset;
    for (int labels = 0; ; labels++) {
      if (labels == MAX_LABELS) {
        return TOO_DEEP;
      }
      if (at + LABEL_OCTETS >= end) {
        return SHORT;
      }
      boolean last = (Bytes.i32(bytes, at) & BOTTOM_OF_STACK) != 0;
      at += LABEL_OCTETS;
      if (last) {
        return behindLabels(bytes, at, end, depth);
      }
    }
  }

  private static int behindLabels(byte[] bytes, int offset, int end, int depth) {
    return switch (Bytes.u8(bytes, offset) >> 4) {
      case 4, 6 -> offset;
      case 0 -> LinkLayer.ethernet(bytes, offset + CONTROL_WORD_OCTETS, end, depth);
      default -> NOT_IP;
    };
  }
}
