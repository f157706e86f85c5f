package org.nxsight.app.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.nxsight.capture.ContainerPayloads;
import org.nxsight.capture.Intake;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.Source;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.FragmentAssembler;

/** A topic of NMSG containers as a source. What is no container is counted and passed over. */
public final class TopicSource implements Source {
  private static final Duration WAIT = Duration.ofMillis(100);

  /** The records of one poll, so that another source gets its turn. */
  private static final int MOST_RECORDS = 64;

  private final TopicAddress address;
  private final TopicReader records;
  private final FragmentAssembler fragments = new FragmentAssembler();
  private final ContainerReader container = new ContainerReader(fragments);
  private long read;
  private long octets;

  private TopicSource(TopicAddress address, TopicReader records) {
    this.address = address;
    this.records = records;
  }

  /**
   * Opens a topic.
   *
   * @param settings of Kafka's clients
   * @param untilEnd whether it ends with the last record there is now
   * @throws IOException with one line when there is no such topic, or no broker answers
   */
  public static TopicSource open(
      TopicAddress address, Map<String, String> settings, boolean untilEnd) throws IOException {
    return new TopicSource(address, TopicReader.open(address, settings, untilEnd));
  }

  @Override
  public boolean poll(Intake intake) throws IOException {
    for (int i = 0; i < MOST_RECORDS; i++) {
      ConsumerRecord<byte[], byte[]> record = records.next(i == 0 ? WAIT : Duration.ZERO);
      if (record == null) {
        return !isOver(intake);
      }
      take(record, intake);
    }
    return true;
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Intake intake) {
    int length = TopicMerge.octets(record);
    read++;
    octets += length;
    ContainerState state =
        length == 0 ? ContainerState.TRUNCATED : container.open(record.value(), 0, length);
    if (state.isMalformed()) {
      intake.payloads().onLeftOut(LeftOut.NMSG_MALFORMED_CONTAINER, length);
    } else if (state == ContainerState.READABLE) {
      ContainerPayloads.handOn(container, intake.payloads());
    }
  }

  private boolean isOver(Intake intake) {
    if (!records.isOver()) {
      return false;
    }
    for (long i = fragments.evicted() + fragments.incomplete(); i > 0; i--) {
      intake.payloads().onLeftOut(LeftOut.NMSG_INCOMPLETE_CONTAINER, 0);
    }
    return true;
  }

  @Override
  public void end() {
    records.end();
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public long inputOctets() {
    return octets;
  }

  @Override
  public Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("kafka_records", read);
    return counters;
  }

  @Override
  public void close() {
    records.close();
  }
}
