package org.nxsight.wire.dnstap;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any octets as Frame Streams and as dnstap. */
class DnstapFuzzTest {
  private static final HostileFrames HOSTILE = new HostileFrames();

  @FuzzTest(maxDuration = "60s")
  void walksAnyFrames(byte[] octets) {
    HOSTILE.walk(octets);
  }

  @FuzzTest(maxDuration = "60s")
  void decodesAnyFrame(byte[] octets) {
    HOSTILE.decode(octets, 0, octets.length);
  }
}
