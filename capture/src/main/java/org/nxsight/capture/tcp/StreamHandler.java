package org.nxsight.capture.tcp;

/** Takes the messages of TCP streams, and learns what became of every segment. */
public interface StreamHandler {
  /**
   * One message; only good during the call.
   *
   * @return whether it is a message that is kept
   */
  boolean onMessage(StreamedMessage message);

  /**
   * What became of packets, each of which was a segment or a fragment of one; told once of each.
   */
  void onSegments(SegmentFate fate, int packets);
}
