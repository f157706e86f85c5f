package org.nxsight.capture;

/** Takes what resolvers report: the data frames of dnstap. */
public interface FrameHandler {
  /** One data frame, whose octets are only good during the call. */
  void onFrame(byte[] bytes, int offset, int length);

  /**
   * A frame that could not be taken.
   *
   * @param octets what there was of it, or what it claimed to have
   */
  void onLeftOut(LeftOut reason, long octets);
}
