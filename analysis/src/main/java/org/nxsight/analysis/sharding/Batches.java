package org.nxsight.analysis.sharding;

import java.io.IOException;
import java.util.Arrays;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;

/**
 * Records on their way to shards, some hundred together: what passes between tasks is sent when it
 * is large enough or when time is told.
 */
final class Batches {
  /** Some 250 exchanges; for each of 128 shards, 8 MB. */
  private static final int FULL_OCTETS = 64 << 10;

  private static final int FIRST_OCTETS = 4 << 10;

  private final Destination to;
  private final Outlet out;
  private final byte[][] messages;
  private final int[] lengths;
  private final long[] earliest;

  Batches(Destination to, int shards, Outlet out) {
    this.to = to;
    this.out = out;
    messages = new byte[shards][];
    lengths = new int[shards];
    earliest = new long[shards];
    for (int shard = 0; shard < shards; shard++) {
      begin(shard, FIRST_OCTETS);
    }
  }

  private void begin(int shard, int octets) {
    messages[shard] = new byte[octets];
    lengths[shard] = Message.HEADER_OCTETS;
    earliest[shard] = Long.MAX_VALUE;
  }

  /** Adds an exchange. */
  void add(int shard, int marks, ExchangeView exchange) throws IOException {
    int octets = exchange.entryOctets();
    int at = lengths[shard];
    int end = at + Message.MARK_OCTETS + octets;
    if (end > FULL_OCTETS && at > Message.HEADER_OCTETS) {
      send(shard);
      at = lengths[shard];
      end = at + Message.MARK_OCTETS + octets;
    }
    if (end > messages[shard].length) {
      messages[shard] =
          Arrays.copyOf(messages[shard], Math.max(end, Math.min(2 * end, FULL_OCTETS)));
    }
    byte[] message = messages[shard];
    Bytes.put32(message, at, marks);
    System.arraycopy(
        exchange.bytes(), exchange.entryOffset(), message, at + Message.MARK_OCTETS, octets);
    lengths[shard] = end;
    earliest[shard] = Math.min(earliest[shard], exchange.responseNanos());
  }

  private void send(int shard) throws IOException {
    byte[] message = Arrays.copyOf(messages[shard], lengths[shard]);
    out.send(to, Message.header(message, MessageType.RECORDS, shard, earliest[shard]));
    lengths[shard] = Message.HEADER_OCTETS;
    earliest[shard] = Long.MAX_VALUE;
  }

  /** Sends all there is. */
  void flush() throws IOException {
    for (int shard = 0; shard < messages.length; shard++) {
      if (lengths[shard] > Message.HEADER_OCTETS) {
        send(shard);
      }
    }
  }
}
