package org.nxsight.capture;

/** Takes DNS messages. */
public interface MessageHandler {
  /** One message, only good during the call. */
  void onMessage(CapturedMessage captured);
}
