package org.nxsight.capture;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any octets as packets. */
class PacketsFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void countsAnyPacketsOnce(byte[] octets) {
    HostilePackets hostile = new HostilePackets();
    hostile.readAll(octets);
    hostile.finish();
  }
}
