package org.nxsight.capture;

import org.nxsight.wire.nmsg.PayloadView;

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
    return new Intake(packets, NothingElse.INSTANCE, NothingElse.INSTANCE);
  }

  private enum NothingElse implements FrameHandler, PayloadHandler {
    INSTANCE;

    @Override
    public void onFrame(byte[] bytes, int offset, int length) {
      throw unexpected("a frame");
    }

    @Override
    public void onPayload(PayloadView payload) {
      throw unexpected("a payload");
    }

    @Override
    public void onLeftOut(LeftOut reason, long octets) {
      throw unexpected(reason.key());
    }

    private static IllegalStateException unexpected(String what) {
      return new IllegalStateException("packets were expected, not " + what);
    }
  }
}
