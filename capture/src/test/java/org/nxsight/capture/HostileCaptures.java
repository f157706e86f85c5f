package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** What must hold for any file at all: it is read or refused with a line, and accounted for. */
final class HostileCaptures {
  private HostileCaptures() {}

  /** Takes octets as a capture file of any format. */
  static void read(byte[] octets) {
    try {
      new Recorder().file(octets);
    } catch (UnreadableCaptureException e) {
      assertThat(e.getMessage()).startsWith("test: ").doesNotContain("null", "\n");
    } catch (IOException e) {
      throw new AssertionError("octets in memory were read", e);
    }
  }
}
