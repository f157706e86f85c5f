package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;

/** Takes what others have observed and published, other than whole exchanges. */
public interface ObservationHandler {
  /** Says that observations will come, and exchanges that others have published. */
  void expectObservations();

  /**
   * A name that does not exist, as a response that was made up to hold what is known of it. It is
   * only good during the call, and its records have been scanned.
   */
  void onObserved(CapturedMessage response);
}
