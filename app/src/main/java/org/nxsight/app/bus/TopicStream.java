package org.nxsight.app.bus;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.nxsight.wire.nmsg.ContainerReader;

/** The containers of a topic back to back, as in a file, up to the last one there is now. */
public final class TopicStream extends InputStream {
  private static final Duration WAIT = Duration.ofMillis(100);

  private final TopicReader records;
  private byte[] container = new byte[0];
  private int at;
  private long passedOver;

  private TopicStream(TopicReader records) {
    this.records = records;
  }

  /**
   * Opens a topic.
   *
   * @param settings of Kafka's clients
   * @throws IOException with one line when there is no such topic, or no broker answers
   */
  public static TopicStream open(TopicAddress address, Map<String, String> settings)
      throws IOException {
    return new TopicStream(TopicReader.open(address, settings, true));
  }

  /** The records that are no container. */
  public long passedOver() {
    return passedOver;
  }

  private boolean fill() throws IOException {
    while (at == container.length) {
      ConsumerRecord<byte[], byte[]> record = records.next(WAIT);
      if (record == null) {
        if (records.isOver()) {
          return false;
        }
        continue;
      }
      byte[] value = record.value();
      if (value != null && ContainerReader.octetsNeeded(value, 0, value.length) == value.length) {
        container = value;
        at = 0;
      } else {
        passedOver++;
      }
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return fill() ? container[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int octets = Math.min(length, container.length - at);
    System.arraycopy(container, at, bytes, offset, octets);
    at += octets;
    return octets;
  }

  @Override
  public void close() {
    records.close();
  }
}
