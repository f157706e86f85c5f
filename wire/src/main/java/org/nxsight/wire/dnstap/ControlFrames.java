package org.nxsight.wire.dnstap;

import org.nxsight.wire.Bytes;

/** Control frames as octets; {@link FrameView} draws them. */
public final class ControlFrames {
  private ControlFrames() {}

  /** A control frame without fields. */
  public static byte[] of(ControlType type) {
    byte[] frame = new byte[12];
    putHeader(frame, type);
    return frame;
  }

  /** A control frame with the content type of dnstap. */
  public static byte[] ofDnstap(ControlType type) {
    String contentType = FrameView.DNSTAP;
    byte[] frame = new byte[20 + contentType.length()];
    putHeader(frame, type);
    Bytes.put32(frame, 12, 1);
    Bytes.put32(frame, 16, contentType.length());
    for (int i = 0; i < contentType.length(); i++) {
      frame[20 + i] = (byte) contentType.charAt(i);
    }
    return frame;
  }

  private static void putHeader(byte[] frame, ControlType type) {
    Bytes.put32(frame, 4, frame.length - 8);
    Bytes.put32(frame, 8, type.number());
  }
}
