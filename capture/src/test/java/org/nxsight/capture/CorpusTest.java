package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dns.Rcodes;

/** Every capture of the corpus, held to what its index says. */
class CorpusTest {
  @Test
  void findsThePacketsMessagesAndRcodesOfTheIndex() throws IOException {
    Map<String, String> differences = new TreeMap<>();
    for (Corpus.Entry entry : Corpus.captures()) {
      Recorder recorder = Recorder.of(entry.file());
      assertThat(recorder.counts.packets()).as(entry.name()).isEqualTo(entry.packets());
      String found =
          recorder.messages.size()
              + " "
              + recorder.messages.stream().filter(Recorder.Message::isResponse).count()
              + " "
              + rcodes(recorder);
      String known = entry.messages() + " " + entry.responses() + " " + rcodes(entry);
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
      rcodes.put(pair[0], Integer.valueOf(pair[1]));
    }
    return rcodes;
  }
}
