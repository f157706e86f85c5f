package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** What must hold for any packets at all: no exception, every packet counted once, no growth. */
final class HostilePackets {
  private static final int[] LINK_TYPES = {
    0, 1, 9, 10, 12, 50, 51, 101, 105, 108, 113, 127, 228, 229, 239, 258, 276, 147
  };

  private static final long TENTH_NANOS = 100_000_000L;

  /** What the constants of fragments and streams allow, 4 and 32 MiB. */
  private static final long MOST_OCTETS = 36L << 20;

  private final Recorder recorder = new Recorder();

  /**
   * Takes octets as packets: one octet for how much time passes, one for an eighth of the length.
   */
  void readAll(byte[] octets) {
    long nanos = 0;
    for (int at = 0; at + 2 < octets.length; ) {
      nanos += (octets[at] & 0x0f) * TENTH_NANOS;
      int length = Math.min(octets.length - at - 2, (octets[at + 1] & 0xff) * 8);
      read(Arrays.copyOfRange(octets, at + 2, at + 2 + length), nanos);
      at += 2 + length;
    }
  }

  void read(byte[] packet, long epochNanos) {
    recorder.packet(epochNanos, packet);
  }

  /** Takes octets as a packet of every link type, whole and cut by the snap length. */
  void readAsEveryLinkType(byte[] octets, long epochNanos) {
    for (int linkType : LINK_TYPES) {
      for (int cut = 0; cut <= 1; cut++) {
        recorder.packets.onPacket(
            octets, 0, octets.length, octets.length + cut, epochNanos, linkType);
      }
    }
  }

  /** Ends the capture; then another one may begin. */
  void finish() {
    assertThat(recorder.packets.heldOctets()).isBetween(0L, MOST_OCTETS);
    recorder.finish();
    recorder.messages.forEach(message -> assertThat(message.dns()).hasSizeGreaterThan(11));
  }
}
