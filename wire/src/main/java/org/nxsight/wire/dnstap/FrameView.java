package org.nxsight.wire.dnstap;

import org.nxsight.wire.Bytes;

/**
 * One frame of a Frame Stream (farsightsec/fstrm, fstrm/control.h and README.md).
 *
 * <pre>
 *   data      | length u32, not 0 | octets ...                                          |
 *   control   | 0 u32 | length u32 | type u32 | fields: (1 u32, length u32, octets ...) |
 *   field 1 is a content type: 0 or 1 of it in ACCEPT and START, any number in READY
 * </pre>
 *
 * <p>A view is reused and never outlives the bytes it looks at.
 */
public final class FrameView {
  /** The content type of dnstap. */
  public static final String DNSTAP = "protobuf:dnstap.Dnstap";

  /**
   * The longest data frame that is read, 128 KiB: query and response of 65,535 octets each would be
   * a little more, but nobody sends both, and a DNS message fits twice over.
   */
  public static final int MAX_DATA_OCTETS = 128 << 10;

  /** The longest control frame, as in the reference. */
  public static final int MAX_CONTROL_OCTETS = 512;

  /** In front of a data frame. */
  public static final int LENGTH_OCTETS = 4;

  private static final int FIELD_CONTENT_TYPE = 1;

  private byte[] bytes = new byte[0];
  private int offset;
  private int length;
  private long frameOctets;
  private ControlType control = ControlType.START;
  private int contentTypes;
  private boolean dnstap;

  /** Looks at the frame that starts at {@code at}, of which {@code available} octets are there. */
  public FrameKind wrap(byte[] bytes, int at, int available) {
    this.bytes = bytes;
    if (available < LENGTH_OCTETS) {
      return FrameKind.INCOMPLETE;
    }
    long octets = Bytes.u32(bytes, at);
    if (octets == 0) {
      return wrapControl(at, available);
    }
    frameOctets = LENGTH_OCTETS + octets;
    if (octets > MAX_DATA_OCTETS) {
      return FrameKind.TOO_LONG;
    }
    if (frameOctets > available) {
      return FrameKind.INCOMPLETE;
    }
    offset = at + LENGTH_OCTETS;
    length = (int) octets;
    return FrameKind.DATA;
  }

  private FrameKind wrapControl(int at, int available) {
    if (available < 2 * LENGTH_OCTETS) {
      return FrameKind.INCOMPLETE;
    }
    long octets = Bytes.u32(bytes, at + LENGTH_OCTETS);
    if (octets < 4 || octets > MAX_CONTROL_OCTETS) {
      return FrameKind.BAD_CONTROL;
    }
    frameOctets = 2 * LENGTH_OCTETS + octets;
    if (frameOctets > available) {
      return FrameKind.INCOMPLETE;
    }
    offset = at + 2 * LENGTH_OCTETS;
    length = (int) octets;
    int type = Bytes.i32(bytes, offset);
    if (!ControlType.isKnown(type)) {
      return FrameKind.BAD_CONTROL;
    }
    control = ControlType.of(type);
    return readContentTypes(offset + 4, offset + length)
        ? FrameKind.CONTROL
        : FrameKind.BAD_CONTROL;
  }

  private boolean readContentTypes(int from, int end) {
    contentTypes = 0;
    dnstap = false;
    int at = from;
    while (at < end) {
      if (at + 8 > end || Bytes.i32(bytes, at) != FIELD_CONTENT_TYPE) {
        return false;
      }
      long octets = Bytes.u32(bytes, at + 4);
      if (octets > end - at - 8) {
        return false;
      }
      contentTypes++;
      dnstap |= isDnstap(at + 8, (int) octets);
      at += 8 + (int) octets;
    }
    return true;
  }

  private boolean isDnstap(int at, int octets) {
    boolean same = octets == DNSTAP.length();
    for (int i = 0; same && i < octets; i++) {
      same = bytes[at + i] == DNSTAP.charAt(i);
    }
    return same;
  }

  /** The octets of the frame with its length in front, of a frame too long as well. */
  public long frameOctets() {
    return frameOctets;
  }

  /** Where the data, or a control frame's type, start. */
  public int offset() {
    return offset;
  }

  /** The octets from there. */
  public int length() {
    return length;
  }

  /** What a control frame says. */
  public ControlType control() {
    return control;
  }

  /** Whether a control frame names dnstap, or no content type, which leaves all open. */
  public boolean allowsDnstap() {
    return contentTypes == 0 || dnstap;
  }
}
