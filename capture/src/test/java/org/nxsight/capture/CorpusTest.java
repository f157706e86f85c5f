package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dns.Rcodes;

/** Every capture of the corpus, held to what its index says. */
class CorpusTest {
  /** Multicast DNS, which the index counts, and the ports of two files that test other ports. */
  private static final int[] PORTS = {53, 5353, 8053, 53000};

  /** How many more messages there are than the index says, or fewer. */
  private static final Map<String, Long> KNOWN_DIFFERENCES =
      Map.ofEntries(
          // malformed questions, which the other reader shows as far as they go
          Map.entry("Tests_Packet++Test_PacketExamples_DnsTooManyResources.pcap", -1L),
          Map.entry("Tests_Packet++Test_PacketExamples_dns_stack_overflow.pcap", -1L),
          Map.entry("sensor_tests_corpus_dns_malformed.pcap", -4L),
          Map.entry("test-scripts_knot-live.ignored.pcap", -2L),
          Map.entry("test-scripts_nsd-live.ignored.pcap", -1L),
          Map.entry("testing_btest_Traces_dns_dns-invalid-names.pcap", -3L),
          Map.entry("tests_dns-badlabel.pcap", -1L),
          Map.entry("tests_dns_fwdptr.pcap", -1L),
          // a UDP length that runs over the end of its datagram
          Map.entry("tests_rtp-seg-fault-1.pcapng", -1L),
          // messages that ICMP errors quote
          Map.entry("test-scripts_teststats.pcap", -3L),
          Map.entry("tests_pcap_v6.pcap", -1L),
          // streams: StreamsCorpusTest says what is in them
          Map.entry("src_test_dnso1tcp-bighole.pcap", 36L),
          Map.entry("src_test_do1t-nosyn-1nolen.pcap", 2L),
          Map.entry("Tests_Packet++Test_PacketExamples_dns_over_tcp.pcapng", 1L));

  @Test
  void findsThePacketsMessagesAndRcodesOfTheIndex() throws IOException {
    Map<String, String> differences = new TreeMap<>();
    for (Corpus.Entry entry : Corpus.captures()) {
      Recorder recorder = Recorder.of(entry.file(), PORTS);
      assertThat(recorder.counts.packets()).as(entry.name()).isEqualTo(entry.packets());
      String found = recorder.messages.size() + " ";
      String known = entry.messages() + KNOWN_DIFFERENCES.getOrDefault(entry.name(), 0L) + " ";
      if (!KNOWN_DIFFERENCES.containsKey(entry.name())) {
        found += rcodes(recorder);
        known += rcodes(entry);
      }
      if (!found.equals(known)) {
        differences.put(
            entry.name(), found + ", not " + known + ", left out " + recorder.leftOut());
      }
    }
    assertThat(differences).isEmpty();
  }

  private static Map<String, Integer> rcodes(Recorder recorder) {
    Map<String, Integer> rcodes = new TreeMap<>();
    recorder.messages.stream()
        .filter(Recorder.Message::isResponse)
        .forEach(message -> rcodes.merge(Rcodes.text(message.headerRcode()), 1, Integer::sum));
    return rcodes;
  }

  private static Map<String, Integer> rcodes(Corpus.Entry entry) {
    Map<String, Integer> rcodes = new TreeMap<>();
    for (String part : entry.rcodes().isEmpty() ? new String[0] : entry.rcodes().split(",", -1)) {
      String[] pair = part.split("=", -1);
      boolean isNumber = Character.isDigit(pair[0].charAt(0));
      String name = isNumber ? Rcodes.text(Integer.parseInt(pair[0])) : pair[0];
      rcodes.put(name, Integer.valueOf(pair[1]));
    }
    return rcodes;
  }
}
