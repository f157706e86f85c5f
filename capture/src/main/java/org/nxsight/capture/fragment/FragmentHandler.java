package org.nxsight.capture.fragment;

/** Takes what becomes of fragments: each one comes by exactly once. */
public interface FragmentHandler {
  /** A datagram of which all fragments have come; only good during the call. */
  void onWhole(WholeDatagram whole);

  /** Fragments that will not be part of a whole datagram. */
  void onLeftOut(FragmentFate fate, int fragments);
}
