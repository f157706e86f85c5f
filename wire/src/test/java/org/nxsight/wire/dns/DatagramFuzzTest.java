package org.nxsight.wire.dns;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any octets as datagrams, messages and names. */
class DatagramFuzzTest {
  private static final HostileMessage HOSTILE = new HostileMessage();

  @FuzzTest(maxDuration = "60s")
  void readsAnyDatagram(byte[] octets) {
    HOSTILE.readDatagram(octets);
  }

  @FuzzTest(maxDuration = "60s")
  void readsAnyMessage(byte[] octets) {
    HOSTILE.readMessage(octets);
  }

  @FuzzTest(maxDuration = "60s")
  void readsAnyNames(byte[] octets) {
    HOSTILE.readNames(octets);
  }
}
