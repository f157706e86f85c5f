package org.nxsight.exchange;

import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * Responses that were captured without their query and wait a moment for it: two taps, or two
 * queues of one interface, can deliver a response first.
 *
 * <p>They stand in a ring in order of arrival: at most 4,096 of them and 4 MiB, oldest out first.
 */
final class EarlyResponses {
  private static final int MAX_RESPONSES = 4096;
  private static final int RING_OCTETS = 4 << 20;
  private static final int BUCKETS = 2 * MAX_RESPONSES;

  private final byte[] ring = new byte[RING_OCTETS];
  private final int[] offsets = new int[MAX_RESPONSES];
  private final int[] lengths = new int[MAX_RESPONSES];
  private final long[] hashes = new long[MAX_RESPONSES];
  private final long[] nanos = new long[MAX_RESPONSES];
  private final boolean[] taken = new boolean[MAX_RESPONSES];
  private final int[] nextInBucket = new int[MAX_RESPONSES];
  private final int[] buckets = new int[BUCKETS];
  private final DatagramView datagram = new DatagramView();
  private final DnsMessageView message = new DnsMessageView();
  private long epochNanos;
  private long first;
  private long behindLast;
  private int writeOffset;

  boolean isEmpty() {
    return first == behindLast;
  }

  /** When the oldest one was captured; there must be one. */
  long oldestNanos() {
    return nanos[place(first)];
  }

  /** Whether the oldest one has found its query meanwhile. */
  boolean oldestIsTaken() {
    return taken[place(first)];
  }

  /** Points the views at the oldest one and takes it out; they stay good until the next add. */
  void removeOldest() {
    int place = place(first);
    unlink(place);
    first++;
    if (!taken[place]) {
      look(place);
    }
  }

  /** Whether the oldest one has to make room before a datagram of so many octets fits. */
  boolean isFullFor(int octets) {
    if (isEmpty()) {
      writeOffset = 0;
      return false;
    }
    if (behindLast - first == MAX_RESPONSES) {
      return true;
    }
    int start = offsets[place(first)];
    boolean wrapped = writeOffset <= start;
    if (wrapped) {
      return start - writeOffset < octets;
    }
    return RING_OCTETS - writeOffset < octets && start < octets;
  }

  /** Adds a response for which there is room. */
  void add(long hash, DatagramView response, long responseNanos) {
    int octets = response.length();
    if (RING_OCTETS - writeOffset < octets) {
      writeOffset = 0;
    }
    int place = place(behindLast++);
    System.arraycopy(response.bytes(), response.offset(), ring, writeOffset, octets);
    offsets[place] = writeOffset;
    lengths[place] = octets;
    hashes[place] = hash;
    nanos[place] = responseNanos;
    taken[place] = false;
    writeOffset += octets;
    nextInBucket[place] = buckets[bucket(hash)];
    buckets[bucket(hash)] = place + 1;
  }

  /**
   * Looks for the response to a query, and takes it.
   *
   * @return whether there was one; the views point at it until the next add
   */
  boolean take(long hash, DatagramView query, DnsMessageView queryMessage) {
    for (int link = buckets[bucket(hash)]; link != 0; link = nextInBucket[link - 1]) {
      int place = link - 1;
      if (hashes[place] == hash && !taken[place]) {
        look(place);
        if (isAnswerTo(query, queryMessage)) {
          taken[place] = true;
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAnswerTo(DatagramView query, DnsMessageView queryMessage) {
    int dns = message.offset() - datagram.offset();
    return ExchangeKey.sameSixReversed(ring, datagram.offset(), dns, query, queryMessage)
        && (message.hasQuestion()
            ? ExchangeKey.sameQuestion(ring, message.offset(), message.qnameLength(), queryMessage)
            : Pairing.maySkipQuestion(message.headerRcode()));
  }

  private void look(int place) {
    datagram.wrap(ring, offsets[place], lengths[place]);
    message.wrap(ring, datagram.payloadOffset(), datagram.payloadLength());
    message.scanRecords();
    epochNanos = nanos[place];
  }

  /** The datagram of the response last looked at. */
  DatagramView datagram() {
    return datagram;
  }

  /** The message of the response last looked at. */
  DnsMessageView message() {
    return message;
  }

  /** When the response last looked at was captured. */
  long epochNanos() {
    return epochNanos;
  }

  private void unlink(int place) {
    int bucket = bucket(hashes[place]);
    if (buckets[bucket] == place + 1) {
      buckets[bucket] = nextInBucket[place];
      return;
    }
    int before = buckets[bucket] - 1;
    while (nextInBucket[before] != place + 1) {
      before = nextInBucket[before] - 1;
    }
    nextInBucket[before] = nextInBucket[place];
  }

  private static int place(long number) {
    return (int) number & (MAX_RESPONSES - 1);
  }

  private static int bucket(long hash) {
    return (int) hash & (BUCKETS - 1);
  }
}
