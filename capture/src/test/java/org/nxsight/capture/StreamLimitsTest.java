package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.capture.Segments.ACK;
import static org.nxsight.capture.Segments.SYN;

import org.junit.jupiter.api.Test;

/** What floods of connections and of unfinished messages cost. */
class StreamLimitsTest {
  private static final int MAX_STREAMS = 32_768;
  private static final long MOST_OCTETS = 32L << 20;
  private static final byte[] QUERY = Dns.query(1, "no.example", Dns.A);

  private final Recorder recorder = new Recorder();

  @Test
  void aFloodOfConnectionsMakesRoomForItself() {
    Segments honest = new Segments(false, 4000, 0, 0);
    byte[] query = Segments.stream(QUERY);
    recorder.packet(0, honest.toServer(-1, SYN));
    recorder.packet(1, honest.toServer(0, ACK, Segments.part(query, 0, 10)));
    for (int i = 0; i < 2 * MAX_STREAMS; i++) {
      Segments flood = new Segments(i % 2 == 0, 1 + (i & 0xfff), i, i);
      recorder.packet(2 + i, from(i, flood.toServer(-1, SYN)));
    }
    recorder.packet(100_000, honest.toServer(10, ACK, Segments.part(query, 10, query.length)));
    assertThat(recorder.dns()).containsExactly(QUERY);
    assertThat(recorder.packets.streamCounts().evictedStreams()).isEqualTo(MAX_STREAMS + 1);
    assertThat(recorder.packets.heldOctets()).isLessThanOrEqualTo(MOST_OCTETS);
    recorder.finish();
  }

  @Test
  void unfinishedMessagesTakeNoMoreThanTheirShare() {
    byte[] unfinished = Segments.stream(new byte[0xffff]);
    for (int i = 0; i < 1000; i++) {
      Segments flood = new Segments(false, 1 + i, i, i);
      recorder.packet(i, flood.toServer(-1, SYN));
      for (int at = 0; at < 60_000; at += 20_000) {
        byte[] part = Segments.part(unfinished, at, at + 20_000);
        recorder.packet(i, flood.toServer(at, ACK, part));
      }
      assertThat(recorder.packets.heldOctets()).isLessThanOrEqualTo(MOST_OCTETS);
    }
    assertThat(recorder.packets.streamCounts().evictedStreams()).isGreaterThan(700);
    recorder.finish();
    assertThat(recorder.counts.leftOut(LeftOut.TCP_INCOMPLETE)).isEqualTo(3000);
  }

  /** Gives a SYN a source address of its own. */
  private static byte[] from(int number, byte[] segment) {
    int at = segment[0] >> 4 == 6 ? 16 : 12;
    segment[at] = 10;
    segment[at + 1] = (byte) (number >> 16);
    segment[at + 2] = (byte) (number >> 8);
    segment[at + 3] = (byte) number;
    return segment;
  }
}
