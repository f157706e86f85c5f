package org.nxsight.capture;

import org.nxsight.wire.nmsg.PayloadView;

/** Takes NMSG payloads that other sensors or earlier runs have published. */
public interface PayloadHandler {
  /** One payload, only good during the call. */
  void onPayload(PayloadView payload);

  /**
   * A payload, or a container whose payloads cannot be told apart, that could not be taken.
   *
   * @param octets what there was of it
   */
  void onLeftOut(LeftOut reason, long octets);
}
