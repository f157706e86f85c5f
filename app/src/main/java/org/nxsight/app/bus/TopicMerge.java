package org.nxsight.app.bus;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records of several partitions in the order of their time. A partition of which more is known
 * to come holds the others up; one that has been read to its end does not.
 */
final class TopicMerge {
  /** What waits of one partition until no more of it is fetched. */
  private static final long MOST_OCTETS = 8 << 20;

  private final Map<TopicPartition, Waiting> partitions = new LinkedHashMap<>();

  /** What waits of one partition. */
  private static final class Waiting {
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private long octets;
  }

  TopicMerge(Collection<TopicPartition> all) {
    all.forEach(each -> partitions.put(each, new Waiting()));
  }

  /** Adds a record behind all others of its partition. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    Waiting waiting =
        partitions.computeIfAbsent(
            new TopicPartition(record.topic(), record.partition()), key -> new Waiting());
    waiting.records.addLast(record);
    waiting.octets += octets(record);
  }

  /** The octets of a record's value. */
  static int octets(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? 0 : record.value().length;
  }

  /**
   * Takes the record whose turn it is; null when none is there, or one has to be waited for.
   *
   * @param hasMore whether more of a partition is to come
   */
  @Nullable ConsumerRecord<byte[], byte[]> next(Predicate<TopicPartition> hasMore) {
    Waiting first = null;
    long firstNanos = Long.MAX_VALUE;
    for (Map.Entry<TopicPartition, Waiting> each : partitions.entrySet()) {
      ConsumerRecord<byte[], byte[]> head = each.getValue().records.peekFirst();
      if (head == null) {
        if (hasMore.test(each.getKey())) {
          return null;
        }
      } else if (first == null || RecordTime.epochNanos(head) < firstNanos) {
        first = each.getValue();
        firstNanos = RecordTime.epochNanos(head);
      }
    }
    if (first == null) {
      return null;
    }
    ConsumerRecord<byte[], byte[]> record = first.records.removeFirst();
    first.octets -= octets(record);
    return record;
  }

  /** Whether nothing waits. */
  boolean isEmpty() {
    return partitions.values().stream().allMatch(each -> each.records.isEmpty());
  }

  /** The partitions of which so much waits that no more is to be fetched. */
  List<TopicPartition> full() {
    return partitions.entrySet().stream()
        .filter(each -> each.getValue().octets >= MOST_OCTETS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
