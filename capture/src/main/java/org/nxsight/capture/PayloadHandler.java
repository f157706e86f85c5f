package org.nxsight.capture;

import org.nxsight.wire.nmsg.PayloadView;

/** Takes NMSG payloads that other sensors or earlier runs have published. */
public interface PayloadHandler {
  /** One payload, only good during the call. */
  void onPayload(PayloadView payload);
}
