package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TCP streams and fragments of real captures. */
class StreamsCorpusTest {
  /**
   * Where there is more than another reader finds. The first of these captures lacks twelve
   * packets, behind which the queries of a connection go on; the second begins with a query whose
   * length went by before, and goes on with another one; the third has segments years apart, which
   * only look like copies.
   */
  private static final Map<String, Long> MORE_MESSAGES =
      Map.of(
          "src_test_dnso1tcp-bighole.pcap", 77L,
          "src_test_do1t-nosyn-1nolen.pcap", 4L,
          "Tests_Packet++Test_PacketExamples_dns_over_tcp.pcapng", 4L);

  @Test
  void findsTheMessagesOverTcpThatAnotherReaderFinds() throws IOException {
    List<Corpus.Entry> overTcp =
        Corpus.captures().stream().filter(entry -> entry.overTcp() > 0).toList();
    assertThat(overTcp).hasSizeGreaterThan(12);
    for (Corpus.Entry entry : overTcp) {
      Recorder recorder = Recorder.of(entry.file());
      String name = entry.name();
      long found = recorder.messages.stream().filter(Recorder.Message::isTcp).count();
      assertThat(found).as(name).isEqualTo(MORE_MESSAGES.getOrDefault(name, entry.overTcp()));
      if (entry.overTcp() == entry.messages() && !MORE_MESSAGES.containsKey(name)) {
        long responses = recorder.messages.stream().filter(Recorder.Message::isResponse).count();
        assertThat(responses).as(name).isEqualTo(entry.responses());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tests_testsdata_pcap_dnsdump_ip4_fragmented+udp.pcap, 2, 3, 0",
    "tests_testsdata_pcap_dnsdump_ip4_fragmented_query.pcap, 2, 4, 0",
    "tests_testsdata_pcap_dnsdump_ip6_fragmented+udp.pcap, 2, 3, 0",
    "tests_testsdata_pcap_dnsdump_ip6_fragmented_query.pcap, 1, 2, 0",
    "testing_btest_Traces_ipv6-fragmented-dns.pcap, 5, 7, 1"
  })
  void putsFragmentedMessagesTogether(String name, int messages, int packets, int incomplete)
      throws IOException {
    Recorder recorder = Recorder.of(Corpus.capture(name));
    assertThat(recorder.messages).hasSize(messages);
    assertThat(recorder.counts.dnsPackets()).isEqualTo(packets);
    assertThat(recorder.counts.leftOut(LeftOut.INCOMPLETE_FRAGMENTS)).isEqualTo(incomplete);
  }
}
