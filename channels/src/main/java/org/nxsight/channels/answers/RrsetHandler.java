package org.nxsight.channels.answers;

import java.io.IOException;

/** Takes RRsets one by one. */
public interface RrsetHandler {
  /**
   * Takes a set that was accepted.
   *
   * @param epochNanos when the response was captured
   */
  void onAccepted(Rrset rrset, Placement placement, long epochNanos) throws IOException;

  /** Takes a set of which nobody can tell whether the server had a say about it. */
  void onUnplaced(Rrset rrset, long epochNanos) throws IOException;
}
