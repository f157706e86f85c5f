package org.nxsight.capture;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any octets as a capture file: pcap, pcapng, or one of them compressed. */
class CaptureFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void readsOrRefusesAnyFile(byte[] octets) {
    HostileCaptures.read(octets);
  }
}
