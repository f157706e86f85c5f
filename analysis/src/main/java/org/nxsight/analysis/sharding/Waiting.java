package org.nxsight.analysis.sharding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;

/**
 * Messages that wait until all that comes before them in time has come: what has gathered is handed
 * on in the order of time, and what is of one moment by its type and then as it came.
 */
final class Waiting {
  /** Takes what has waited. */
  interface Handler {
    /**
     * Takes a record: its marks stand at {@code at}, and the exchange behind them. Only the stages
     * that records are sent to have a use for it.
     */
    default void onRecord(int shard, byte[] message, int at) throws IOException {
      throw new IllegalStateException("records do not come here");
    }

    /** Takes a message that is no record. */
    void onMessage(MessageType type, byte[] message) throws IOException;
  }

  private static final class Item {
    private final long epochNanos;
    private final MessageType type;
    private final byte[] message;

    /** Where a record's marks stand; 0 for a message of another type. */
    private final int at;

    Item(long epochNanos, MessageType type, byte[] message, int at) {
      this.epochNanos = epochNanos;
      this.type = type;
      this.message = message;
      this.at = at;
    }
  }

  private static final Comparator<Item> IN_ORDER =
      (a, b) -> {
        int byTime = Long.compare(a.epochNanos, b.epochNanos);
        return byTime != 0 ? byTime : a.type.compareTo(b.type);
      };

  private final ExchangeView exchange = new ExchangeView();
  private List<Item> items = new ArrayList<>();
  private long reachedNanos = Long.MIN_VALUE;
  private long late;

  void add(byte[] message) {
    MessageType type = Message.type(message);
    if (type != MessageType.RECORDS) {
      items.add(new Item(Message.epochNanos(message), type, message, 0));
      return;
    }
    for (int at = Message.HEADER_OCTETS; at < message.length; ) {
      int entry = at + Message.MARK_OCTETS;
      int end = entry + Bytes.i32(message, entry);
      exchange.wrap(message, entry, end);
      exchange.next();
      long nanos = exchange.responseNanos();
      late += nanos < reachedNanos ? 1 : 0;
      items.add(new Item(nanos, type, message, at));
      at = end;
    }
  }

  /** Hands on what is of times before one. */
  void drain(long beforeNanos, Handler handler) throws IOException {
    reachedNanos = Math.max(reachedNanos, beforeNanos);
    items.sort(IN_ORDER);
    int end = 0;
    while (end < items.size()
        && (items.get(end).epochNanos < beforeNanos || beforeNanos == Long.MAX_VALUE)) {
      end++;
    }
    List<Item> due = items.subList(0, end);
    items = new ArrayList<>(items.subList(end, items.size()));
    for (Item item : due) {
      if (item.type == MessageType.RECORDS) {
        handler.onRecord(Message.shard(item.message), item.message, item.at);
      } else {
        handler.onMessage(item.type, item.message);
      }
    }
  }

  /** What waits for a shard, as messages. */
  List<byte[]> of(int shard) {
    List<byte[]> messages = new ArrayList<>();
    for (Item item : items) {
      if (Message.shard(item.message) == shard) {
        messages.add(item.type == MessageType.RECORDS ? record(item) : item.message);
      }
    }
    return messages;
  }

  private static byte[] record(Item item) {
    int octets = Message.MARK_OCTETS + Bytes.i32(item.message, item.at + Message.MARK_OCTETS);
    byte[] message = new byte[Message.HEADER_OCTETS + octets];
    System.arraycopy(item.message, item.at, message, Message.HEADER_OCTETS, octets);
    return Message.header(
        message, MessageType.RECORDS, Message.shard(item.message), item.epochNanos);
  }

  /** How many records came after the time had passed theirs. */
  long late() {
    return late;
  }
}
