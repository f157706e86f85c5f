package org.nxsight.capture.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gaps in numbered containers. */
class SequenceLossTest {
  private static final SocketAddress SENDER = new InetSocketAddress("192.0.2.1", 5000);

  private final SequenceLoss loss = new SequenceLoss();

  @Test
  void countsGapsOfEachSenderAndSequence() {
    come(SENDER, 1, 10, 11, 14, 15);
    come(SENDER, 2, 0, 1, 2);
    come(new InetSocketAddress("192.0.2.2", 5000), 1, 7, 9);
    assertThat(counters())
        .containsEntry("nmsg_containers_lost", 3L)
        .containsEntry("nmsg_lost_from 192.0.2.1:5000 sequence 0000000000000001", 2L)
        .containsEntry("nmsg_lost_from 192.0.2.2:5000 sequence 0000000000000001", 1L)
        .doesNotContainKey("nmsg_lost_from 192.0.2.1:5000 sequence 0000000000000002");
  }

  @Test
  void takesBackALossWhenTheContainerWasOnlyLate() {
    come(SENDER, 1, 1, 3, 2, 4);
    assertThat(counters())
        .containsEntry("nmsg_containers_lost", 0L)
        .containsEntry("nmsg_containers_late", 1L);
  }

  @Test
  void doesNotTakeALossBackForACopy() {
    come(SENDER, 1, 1, 1, 3, 3, 4, 4);
    assertThat(counters())
        .containsEntry("nmsg_containers_lost", 1L)
        .containsEntry("nmsg_containers_late", 0L)
        .containsEntry("nmsg_containers_repeated", 3L);
    come(SENDER, 1, 2, 2);
    assertThat(counters())
        .containsEntry("nmsg_containers_lost", 0L)
        .containsEntry("nmsg_containers_late", 1L)
        .containsEntry("nmsg_containers_repeated", 4L);
  }

  @Test
  void remembersWhatIsMissingAcrossALongGap() {
    come(SENDER, 1, 0, 63, 200, 137, 138);
    assertThat(counters())
        .containsEntry("nmsg_containers_lost", 62L + 136 - 2)
        .containsEntry("nmsg_containers_late", 2L)
        .containsEntry("nmsg_containers_repeated", 0L);
  }

  @Test
  void countsOnWhenNumbersWrapAround() {
    come(SENDER, 1, -2, -1, 0, 2);
    assertThat(counters()).containsEntry("nmsg_containers_lost", 1L);
  }

  @Test
  void beginsAnewWhenASenderDoes() {
    come(SENDER, 1, 100_000, 0, 1, 2);
    assertThat(counters())
        .containsEntry("nmsg_containers_lost", 0L)
        .containsEntry("nmsg_containers_late", 0L);
  }

  @Test
  void forgetsTheLongestSilentSequenceAndKeepsItsLosses() {
    come(SENDER, 0, 0, 5);
    for (int id = 1; id <= SequenceLoss.MOST_SEQUENCES; id++) {
      come(SENDER, id, 0);
    }
    assertThat(counters())
        .containsEntry("nmsg_containers_lost", 4L)
        .containsEntry("nmsg_sequences_forgotten", 1L);
  }

  private void come(SocketAddress sender, long id, int... numbers) {
    for (int number : numbers) {
      loss.onContainer(sender, id, number);
    }
  }

  private Map<String, Long> counters() {
    Map<String, Long> counters = new HashMap<>();
    loss.addTo(counters);
    return counters;
  }
}
