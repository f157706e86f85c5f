package org.nxsight.capture;

/** Takes DNS messages. */
public interface MessageHandler {
  /** One message, only good during the call. */
  void onMessage(CapturedMessage captured);

  /**
   * Word that a query was not delivered.
   *
   * @param quoted the query as far as it is quoted: its six at least, its question when that is
   *     whole; only good during the call
   * @return whether there was such a query, which is ended now
   */
  default boolean onUnreachable(CapturedMessage quoted, Unreachable reason) {
    return false;
  }
}
