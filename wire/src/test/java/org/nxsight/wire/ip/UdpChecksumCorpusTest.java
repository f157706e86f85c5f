package org.nxsight.wire.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.wire.pcap.PcapHeader;

/** The captures by which nmsg tests the same; skipped without the corpus. */
class UdpChecksumCorpusTest {
  private static final int LINKTYPE_ETHERNET = 1;
  private static final int ETHERNET_HEADER_OCTETS = 14;

  @ParameterizedTest
  @CsvSource({"absent, ABSENT", "correct, CORRECT", "incorrect, INCORRECT"})
  void judgesEachResponseAsNmsgDoes(String folder, UdpChecksum expected) throws IOException {
    String told = System.getenv("NXSIGHT_CORPUS");
    Path corpus = told == null ? Path.of("../../shared/corpus") : Path.of(told);
    Path captures = corpus.resolve("nmsg/udp-checksum-tests").resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(captures), () -> "no " + captures);

    List<Path> files;
    try (Stream<Path> entries = Files.list(captures)) {
      files = entries.toList();
    }
    int verdicts = 0;
    for (Path file : files) {
      verdicts |= judgeResponses(Files.readAllBytes(file));
    }
    assertThat(verdicts).isEqualTo(1 << expected.ordinal());
  }

  /** The verdicts on all whole UDP datagrams from port 53, as a set of bits. */
  private static int judgeResponses(byte[] capture) {
    PcapHeader header = Objects.requireNonNull(PcapHeader.read(capture, 0));
    int link = header.linkType() == LINKTYPE_ETHERNET ? ETHERNET_HEADER_OCTETS : 0; // or raw
    DatagramView view = new DatagramView();
    int verdicts = 0;
    int at = PcapHeader.OCTETS;
    while (at < capture.length) {
      int ip = at + header.recordHeaderOctets() + link;
      int length = header.capturedOctets(capture, at) - link;
      if (view.wrap(capture, ip, length) == DatagramView.Shape.UDP && view.sourcePort() == 53) {
        verdicts |= 1 << UdpChecksum.verify(view).ordinal();
      }
      at = ip + length;
    }
    return verdicts;
  }
}
