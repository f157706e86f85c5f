package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dns.Rcodes;

/** Every capture of the corpus, held to what its index says. */
class CorpusTest {
  @Test
  void readsEveryCaptureAndAccountsForEveryPacket() throws IOException {
    for (Corpus.Entry entry : captures()) {
      Seen seen = read(entry);
      assertThat(seen.counts.packets()).as(entry.name()).isEqualTo(entry.packets());
      assertThat(seen.addsUp()).as(entry.name()).isTrue();
    }
  }

  /**
   * The index counts messages over TCP as well, which other stages take care of: such files are
   * held to their least here.
   */
  @Test
  void findsTheMessagesAndRcodesOfTheIndex() throws IOException {
    Map<String, String> differences = new TreeMap<>();
    for (Corpus.Entry entry : captures()) {
      Seen seen = read(entry);
      if (entry.overTcp() > 0) {
        if (seen.counts.dnsPackets() < entry.messages() - entry.overTcp()) {
          differences.put(entry.name(), seen.messages.size() + ", left out " + seen.leftOut());
        }
        continue;
      }
      String found = seen.messages.size() + " " + seen.responses + " " + rcodes(seen);
      String known = entry.messages() + " " + entry.responses() + " " + rcodes(entry);
      if (!found.equals(known)) {
        differences.put(entry.name(), found + ", not " + known + ", left out " + seen.leftOut());
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<Corpus.Entry> captures() {
    return Corpus.entries().stream().filter(Corpus.Entry::isCapture).toList();
  }

  private static Seen read(Corpus.Entry entry) throws IOException {
    Seen seen = new Seen(53);
    try (Source source = CaptureFile.open(entry.file())) {
      return seen.all(source);
    }
  }

  private static Map<String, Integer> rcodes(Seen seen) {
    Map<String, Integer> rcodes = new TreeMap<>();
    seen.headerRcodes.forEach((rcode, count) -> rcodes.put(Rcodes.text(rcode), count));
    return rcodes;
  }

  private static Map<String, Integer> rcodes(Corpus.Entry entry) {
    Map<String, Integer> rcodes = new TreeMap<>();
    for (String part : entry.rcodes().isEmpty() ? new String[0] : entry.rcodes().split(",", -1)) {
      String[] pair = part.split("=", -1);
      rcodes.put(pair[0], Integer.valueOf(pair[1]));
    }
    return rcodes;
  }
}
