package org.nxsight.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.Intake;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.capture.Source;

/** Holds the kernel's filter to what is read as DNS in a recording of real servers. */
class RecordedPacketsTest {
  private static final Path RECORDING = Path.of("../samples/first-light.pcap");

  private final PacketCounts counts = new PacketCounts();
  private final DnsPackets reader = new DnsPackets(Ports.of(53), counts, message -> {});
  private final FilterMachine filter = new FilterMachine(DnsFilter.of(Ports.of(53), false, false));

  @Test
  void refusesNoPacketThatIsReadAsDns() throws IOException {
    Intake intake = Intake.ofPackets(this::onPacket);
    try (Source recording = CaptureFile.open(RECORDING)) {
      while (recording.poll(intake)) {}
    }
    assertThat(counts.dnsPackets()).isGreaterThan(1000);
  }

  private void onPacket(
      byte[] bytes, int offset, int length, int originalLength, long epochNanos, int linkType) {
    long before = counts.dnsPackets();
    reader.onPacket(bytes, offset, length, originalLength, epochNanos, linkType);
    if (!filter.passes(bytes, offset, length)) {
      assertThat(counts.dnsPackets()).isEqualTo(before);
    }
  }
}
