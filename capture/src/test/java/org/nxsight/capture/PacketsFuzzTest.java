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

  @FuzzTest(maxDuration = "60s")
  void countsAnyPacketOfAnyLinkTypeOnce(byte[] octets) {
    HostilePackets hostile = new HostilePackets();
    hostile.readAsEveryLinkType(octets, 0);
    hostile.finish();
  }
}
