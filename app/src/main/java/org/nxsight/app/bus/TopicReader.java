package org.nxsight.app.bus;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records of a topic, in the order of their time. It goes on for ever, or ends with the record
 * that was the last one when it was opened.
 */
final class TopicReader implements Closeable {
  /** How long brokers may take to answer. */
  private static final int ANSWER_MILLIS = 10_000;

  /** How long a reader to the end waits for a broker that sends nothing. */
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** How often a group's place is kept. */
  private static final long COMMIT_NANOS = 5_000_000_000L;

  private final TopicAddress address;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final @Nullable Map<TopicPartition, Long> ends;
  private final TopicMerge merge;
  private final Map<TopicPartition, OffsetAndMetadata> handedOn = new HashMap<>();
  private long committedNanos = System.nanoTime();
  private long progressNanos = System.nanoTime();
  private boolean ended;

  private TopicReader(
      TopicAddress address,
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      @Nullable Map<TopicPartition, Long> ends) {
    this.address = address;
    this.consumer = consumer;
    this.ends = ends;
    merge = new TopicMerge(partitions);
  }

  /**
   * Finds a topic.
   *
   * @param settings of Kafka's clients
   * @param untilEnd whether it ends with the last record there is now
   */
  static TopicReader open(TopicAddress address, Map<String, String> settings, boolean untilEnd)
      throws KafkaFault {
    Map<String, Object> all = ClientSettings.consumer(address.brokers(), settings, ANSWER_MILLIS);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    if (address.group() != null) {
      all.put(ConsumerConfig.GROUP_ID_CONFIG, address.group());
    }
    KafkaConsumer<byte[], byte[]> consumer = null;
    try {
      consumer = new KafkaConsumer<>(all);
      List<TopicPartition> partitions = partitions(address, consumer);
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = untilEnd ? consumer.endOffsets(partitions) : null;
      seek(address, consumer, partitions, untilEnd);
      return new TopicReader(address, consumer, partitions, ends);
    } catch (KafkaException | KafkaFault e) {
      if (consumer != null) {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
      }
      throw e instanceof KafkaFault fault
          ? fault
          : KafkaFault.of(address.brokers(), e, ANSWER_MILLIS / 1000);
    }
  }

  private static List<TopicPartition> partitions(
      TopicAddress address, KafkaConsumer<byte[], byte[]> consumer) throws KafkaFault {
    List<PartitionInfo> infos = consumer.partitionsFor(address.topic());
    if (infos == null || infos.isEmpty()) {
      throw KafkaFault.of(address.brokers(), "there is no topic " + address.topic());
    }
    List<TopicPartition> partitions = new ArrayList<>();
    for (PartitionInfo info : infos) {
      if (address.partition().isEmpty() || address.partition().getAsInt() == info.partition()) {
        partitions.add(new TopicPartition(info.topic(), info.partition()));
      }
    }
    if (partitions.isEmpty()) {
      throw KafkaFault.of(
          address.brokers(),
          "topic "
              + address.topic()
              + " has no partition "
              + address.partition().getAsInt()
              + ", only "
              + infos.size());
    }
    return partitions;
  }

  private static void seek(
      TopicAddress address,
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      boolean untilEnd) {
    switch (address.start()) {
      case OLDEST -> consumer.seekToBeginning(partitions);
      case NEWEST -> consumer.seekToEnd(partitions);
      case OFFSET ->
          partitions.forEach(each -> consumer.seek(each, address.offset().orElseThrow()));
      case UNSAID -> {
        Map<TopicPartition, OffsetAndMetadata> kept =
            address.group() == null ? Map.of() : consumer.committed(Set.copyOf(partitions));
        for (TopicPartition each : partitions) {
          if (kept.get(each) != null) {
            consumer.seek(each, kept.get(each));
          } else if (untilEnd) {
            consumer.seekToBeginning(List.of(each));
          } else {
            consumer.seekToEnd(List.of(each));
          }
        }
      }
    }
    if (address.start() == TopicAddress.Start.NEWEST
        || address.start() == TopicAddress.Start.UNSAID) {
      partitions.forEach(consumer::position); // "now" is now, not the first poll
    }
  }

  /** The next record; null when none is there now. */
  @Nullable ConsumerRecord<byte[], byte[]> next(Duration wait) throws KafkaFault {
    try {
      ConsumerRecord<byte[], byte[]> record = merge.next(this::hasMore);
      if (record == null && !ended) {
        fetch(wait);
        record = merge.next(this::hasMore);
      }
      if (record != null) {
        progressNanos = System.nanoTime();
        handedOn.put(
            new TopicPartition(record.topic(), record.partition()),
            new OffsetAndMetadata(record.offset() + 1));
      } else if (ends != null && System.nanoTime() - progressNanos > PATIENCE_NANOS) {
        throw KafkaFault.noAnswer(address.brokers(), PATIENCE_NANOS / 1_000_000_000L);
      }
      return record;
    } catch (KafkaException e) {
      throw KafkaFault.of(address.brokers(), e, ANSWER_MILLIS / 1000);
    }
  }

  private void fetch(Duration wait) {
    Set<TopicPartition> full = new HashSet<>(merge.full());
    consumer.pause(full);
    consumer.resume(consumer.paused().stream().filter(each -> !full.contains(each)).toList());
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
      Long end =
          ends == null ? null : ends.get(new TopicPartition(record.topic(), record.partition()));
      if (end == null || record.offset() < end) {
        merge.add(record);
      }
    }
    if (address.group() != null && System.nanoTime() - committedNanos >= COMMIT_NANOS) {
      committedNanos = System.nanoTime();
      consumer.commitAsync(Map.copyOf(handedOn), null);
    }
  }

  private boolean hasMore(TopicPartition partition) {
    if (ended) {
      return false;
    }
    Long end = ends == null ? null : ends.get(partition);
    return end == null
        ? consumer.currentLag(partition).orElse(0) > 0
        : consumer.position(partition) < end;
  }

  /** Whether there will be no more records. */
  boolean isOver() {
    return (ended || ends != null) && merge.isEmpty() && !isAnyToCome();
  }

  private boolean isAnyToCome() {
    return consumer.assignment().stream().anyMatch(this::hasMore);
  }

  /** Fetches no more; what has been fetched is still to be taken. */
  void end() {
    ended = true;
  }

  @Override
  public void close() {
    try {
      if (address.group() != null && !handedOn.isEmpty()) {
        consumer.commitSync(handedOn);
      }
    } catch (KafkaException e) {
      // The place kept before holds: some records will be read again.
    }
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
  }
}
