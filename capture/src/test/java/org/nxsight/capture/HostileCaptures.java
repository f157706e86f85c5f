package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** What must hold for any octets at all: no exception but ours, and every packet in one place. */
final class HostileCaptures {
  private static final int[] LINK_TYPES = {
    0, 1, 9, 10, 12, 50, 51, 101, 105, 108, 113, 127, 228, 229, 239, 258, 276, 147
  };

  private final Seen seen = new Seen(53);

  /** Takes octets as a packet of every link type, whole and cut by the snap length. */
  void readPackets(byte[] octets) {
    for (int linkType : LINK_TYPES) {
      seen.packet(linkType, octets).packet(linkType, octets, octets.length + 1);
    }
    check();
  }

  /** Takes octets as a capture file of any format. */
  void readCapture(byte[] octets) {
    try {
      seen.file(octets);
    } catch (UnreadableCaptureException e) {
      assertThat(e.getMessage()).startsWith("test: ").doesNotContain("null", "\n");
    } catch (IOException e) {
      throw new AssertionError("octets in memory were read", e);
    }
    check();
  }

  private void check() {
    assertThat(seen.addsUp()).isTrue();
    seen.messages.clear();
    seen.epochNanos.clear();
  }
}
