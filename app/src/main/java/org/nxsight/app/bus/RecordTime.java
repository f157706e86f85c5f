package org.nxsight.app.bus;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The time of a record's first observation, in the header {@code time}: nanoseconds since 1970, 8
 * octets, the highest first. Kafka's own timestamp is that of sending, since topics are cut by it:
 * an old capture would be gone as soon as it was published.
 */
final class RecordTime {
  private static final String KEY = "time";

  private RecordTime() {}

  /** The headers that tell a time. */
  static List<Header> headers(long epochNanos) {
    return List.of(
        new RecordHeader(KEY, ByteBuffer.allocate(Long.BYTES).putLong(epochNanos).array()));
  }

  /** What a record's headers tell; of one that others have sent, Kafka's timestamp. */
  static long epochNanos(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(KEY);
    return header != null && header.value() != null && header.value().length == Long.BYTES
        ? ByteBuffer.wrap(header.value()).getLong()
        : record.timestamp() * 1_000_000L;
  }
}
