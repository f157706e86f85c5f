package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import org.nxsight.wire.dnstap.DnstapRole;

/** Any octets behind a START as a dnstap stream, in pieces. */
class FrameStreamFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void countsEveryFrameOnce(byte[] octets) throws IOException {
    PacketCounts counts = new PacketCounts();
    DnstapMessages messages =
        new DnstapMessages(EnumSet.allOf(DnstapRole.class), counts, captured -> {});
    FrameStream stream = new FrameStream();
    byte[] start = DnstapSamples.stream();
    feed(stream, messages, new ByteArrayInputStream(start, 0, start.length - 12));
    feed(stream, messages, new ByteArrayInputStream(octets));
    long leftOut = Arrays.stream(LeftOut.values()).mapToLong(counts::leftOut).sum();
    assertThat(counts.dnsPackets() + leftOut).isEqualTo(counts.packets());
    assertThat(counts.packets()).isEqualTo(stream.frames());
  }

  private static void feed(FrameStream stream, FrameHandler handler, ByteArrayInputStream in)
      throws IOException {
    while (stream.fill(in) > 0) {
      stream.take(handler);
    }
  }
}
