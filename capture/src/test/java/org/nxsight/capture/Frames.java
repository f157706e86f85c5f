package org.nxsight.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Keeps what a source hands on: frames as hexadecimal digits, and what was left out. */
public final class Frames implements FrameHandler {
  /** The frames. */
  public final List<String> taken = new ArrayList<>();

  /** The reasons of those left out. */
  public final List<LeftOut> leftOut = new ArrayList<>();

  @Override
  public void onFrame(byte[] bytes, int offset, int length) {
    taken.add(HexFormat.of().formatHex(Arrays.copyOfRange(bytes, offset, offset + length)));
  }

  @Override
  public void onLeftOut(LeftOut reason, long octets) {
    leftOut.add(reason);
  }

  /** An intake that expects frames alone. */
  public Intake intake() {
    Intake others =
        Intake.ofPackets((bytes, offset, length, originalLength, epochNanos, linkType) -> {
          throw new IllegalStateException("frames were expected");
        });
    return new Intake(others.packets(), this, others.payloads());
  }
}
