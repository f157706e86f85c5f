package org.nxsight.capture;

/**
 * Where a source hands on what it has: packets, dnstap frames or NMSG payloads, as it comes by
 * them.
 *
 * @param packets takes packets as they were captured
 * @param frames takes what resolvers report
 * @param payloads takes published observations
 */
public record Intake(PacketHandler packets, FrameHandler frames, PayloadHandler payloads) {
  /** An intake for sources that have packets alone; anything else is a bug, and throws. */
  public static Intake ofPackets(PacketHandler packets) {
    return new Intake(packets, new NoFrames(), NoFrames::refuse);
  }

  private static final class NoFrames implements FrameHandler {
    static void refuse(Object unexpected) {
      throw new IllegalStateException("packets were expected, not " + unexpected);
    }

    @Override
    public void onFrame(byte[] bytes, int offset, int length) {
      refuse("a frame");
    }

    @Override
    public void onLeftOut(LeftOut reason, long octets) {
      refuse(reason);
    }
  }
}
