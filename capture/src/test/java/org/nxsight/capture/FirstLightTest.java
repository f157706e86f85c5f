package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The first recording of the lab, held to what tshark counts in it. */
class FirstLightTest {
  private static final Path CAPTURE = Path.of("../samples/first-light.pcap");

  @Test
  void accountsForItsStreamsFragmentsAndIcmpErrors() throws IOException {
    Recorder recorder = Recorder.of(CAPTURE);
    PacketCounts counts = recorder.counts;
    long overTcp = recorder.messages.stream().filter(Recorder.Message::isTcp).count();
    long responsesOverTcp =
        recorder.messages.stream()
            .filter(Recorder.Message::isTcp)
            .filter(Recorder.Message::isResponse)
            .count();
    long fragmented =
        recorder.messages.stream().filter(message -> message.fragments().size() == 2).count();

    assertThat(overTcp).isEqualTo(368);
    assertThat(responsesOverTcp).isEqualTo(184);
    assertThat(counts.leftOut(LeftOut.TCP_CONTROL)).as("of 1,748, 536 have data").isEqualTo(1212);
    assertThat(counts.leftOut(LeftOut.TCP_INCOMPLETE)).isZero();
    assertThat(counts.leftOut(LeftOut.TCP_RETRANSMISSION)).isZero();
    assertThat(fragmented).isEqualTo(3);
    assertThat(counts.leftOut(LeftOut.ICMP)).as("36 quote responses").isEqualTo(36);
    assertThat(counts.leftOut(LeftOut.ICMP_UNREACHABLE)).isEqualTo(247);
    assertThat(recorder.unreachable.stream().filter(Unreachable.PORT::equals)).hasSize(111);
    assertThat(recorder.unreachable.stream().filter(Unreachable.NETWORK::equals)).hasSize(136);
  }
}
