package org.nxsight.wire.nmsg;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any octets as containers and as payloads. */
class NmsgFuzzTest {
  private static final HostileOctets HOSTILE = new HostileOctets();

  @FuzzTest(maxDuration = "60s")
  void readsAnyContainers(byte[] octets) {
    HOSTILE.readContainers(octets);
  }

  @FuzzTest(maxDuration = "60s")
  void decodesAnyPayload(byte[] octets) {
    HOSTILE.decode(octets, 0, octets.length);
  }
}
