package org.nxsight.channels.answers;

/** Takes RRsets one by one. */
@FunctionalInterface
public interface RrsetHandler {
  /**
   * Takes a set that was accepted.
   *
   * @param bailiwick the zone it was accepted for
   * @param epochNanos when the response was captured
   */
  void onRrset(Rrset rrset, Name bailiwick, long epochNanos);
}
