package org.nxsight.capture;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any octets as packets and as captures. */
class CaptureFuzzTest {
  private static final HostileCaptures HOSTILE = new HostileCaptures();

  @FuzzTest(maxDuration = "60s")
  void readsAnyPacket(byte[] octets) {
    HOSTILE.readPackets(octets);
  }

  @FuzzTest(maxDuration = "60s")
  void readsAnyCapture(byte[] octets) {
    HOSTILE.readCapture(octets);
  }
}
