package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;
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

  /** How far a bucket is looked through: no more share one unless somebody means it. */
  private static final int MOST_LOOKED_AT = 64;

  private final byte[] ring = new byte[RING_OCTETS];
  private final int[] offsets = new int[MAX_RESPONSES];
  private final int[] lengths = new int[MAX_RESPONSES];
  private final long[] hashes = new long[MAX_RESPONSES];
  private final long[] nanos = new long[MAX_RESPONSES];
  private final boolean[] taken = new boolean[MAX_RESPONSES];
  private final int[] nextInBucket = new int[MAX_RESPONSES];
  private final int[] buckets = new int[BUCKETS]; // the oldest, plus one
  private final int[] bucketEnds = new int[BUCKETS]; // the newest, plus one
  private final int[] attachmentOctets = new int[MAX_RESPONSES];
  private final boolean[] trusted = new boolean[MAX_RESPONSES];
  private final CapturedMessage captured = new CapturedMessage();
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

  /** The hash the oldest one was added with. */
  long oldestHash() {
    return hashes[place(first)];
  }

  /** Whether the oldest one has found its query meanwhile. */
  boolean oldestIsTaken() {
    return taken[place(first)];
  }

  /** Takes the oldest one out; it stands in {@link #captured()} until the next add. */
  void removeOldest() {
    int place = place(first);
    buckets[bucket(hashes[place])] = nextInBucket[place]; // the oldest stands first in its bucket
    first++;
    if (!taken[place]) {
      look(place);
    }
  }

  /** Whether the oldest one has to make room before one of so many octets fits. */
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

  /** The octets a response takes in the ring. */
  static int octets(CapturedMessage response) {
    return response.datagram().length() + Attachments.octets(response);
  }

  /** Adds a response for which there is room. */
  void add(long hash, CapturedMessage response) {
    int octets = octets(response);
    if (RING_OCTETS - writeOffset < octets) {
      writeOffset = 0;
    }
    DatagramView datagram = response.datagram();
    int place = place(behindLast++);
    System.arraycopy(datagram.bytes(), datagram.offset(), ring, writeOffset, datagram.length());
    Attachments.write(response, ring, writeOffset + datagram.length());
    offsets[place] = writeOffset;
    lengths[place] = datagram.length();
    attachmentOctets[place] = octets - datagram.length();
    hashes[place] = hash;
    nanos[place] = response.epochNanos();
    trusted[place] = response.isTrusted();
    taken[place] = false;
    writeOffset += octets;
    int bucket = bucket(hash);
    nextInBucket[place] = 0;
    if (buckets[bucket] == 0) {
      buckets[bucket] = place + 1;
    } else {
      nextInBucket[bucketEnds[bucket] - 1] = place + 1;
    }
    bucketEnds[bucket] = place + 1;
  }

  /**
   * Looks for the response to a query, and takes the first that came.
   *
   * @return whether there was one; it stands in {@link #captured()} until the next add
   */
  boolean take(long hash, CapturedMessage query) {
    int link = buckets[bucket(hash)];
    for (int i = 0; link != 0 && i < MOST_LOOKED_AT; link = nextInBucket[link - 1], i++) {
      int place = link - 1;
      if (hashes[place] == hash && !taken[place]) {
        look(place);
        if (isAnswerTo(query)) {
          taken[place] = true;
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAnswerTo(CapturedMessage query) {
    DatagramView datagram = captured.datagram();
    DnsMessageView message = captured.message();
    return datagram.protocol() == query.datagram().protocol()
        && ExchangeKey.sameSixReversed(
            ring,
            datagram.offset(),
            datagram.transportOffset() - datagram.offset(),
            message.offset() - datagram.offset(),
            query)
        && (message.hasQuestion()
            ? ExchangeKey.sameQuestion(
                ring, message.offset(), message.qnameLength(), query.message())
            : Pairing.maySkipQuestion(message.headerRcode()));
  }

  private void look(int place) {
    captured.begin(nanos[place]);
    DatagramView datagram = captured.datagram();
    datagram.wrap(ring, offsets[place], lengths[place]);
    captured.message().wrap(ring, datagram.payloadOffset(), datagram.payloadLength());
    captured.message().scanRecords();
    if (trusted[place]) {
      captured.trust();
    }
    if (attachmentOctets[place] > 0) {
      Attachments.read(ring, offsets[place] + lengths[place], captured);
    }
  }

  /** The response last looked at. */
  CapturedMessage captured() {
    return captured;
  }

  private static int place(long number) {
    return (int) number & (MAX_RESPONSES - 1);
  }

  private static int bucket(long hash) {
    return (int) hash & (BUCKETS - 1);
  }
}
