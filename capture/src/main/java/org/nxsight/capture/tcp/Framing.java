package org.nxsight.capture.tcp;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;

/**
 * Cuts a run of a stream's octets into messages, each behind its length (RFC 1035, section 4.2.2).
 * Where no length is known to stand it looks for a place where a message plausibly starts.
 */
final class Framing {
  private static final int PREFIX_OCTETS = 2;
  private static final int IXFR = 251;
  private static final int AXFR = 252;

  private final StreamHandler next;
  private final StreamCounts counts;
  private final StreamedMessage message = new StreamedMessage();
  private @Nullable SegmentFate fate;

  Framing(StreamHandler next, StreamCounts counts) {
    this.next = next;
    this.counts = counts;
  }

  /**
   * Hands on the messages in {@code bytes[from, to)}, of which the first ones are the front.
   *
   * @param nanos when those behind the front were captured
   * @return how many octets are done with; those behind them wait for more
   */
  int cut(Stream stream, byte[] bytes, int from, int to, long nanos) {
    int sequence = stream.next - stream.frontOctets;
    int frontEnd = from + stream.frontOctets;
    fate = null;
    int at = from;
    while (at < to) {
      if (!stream.synchronised) {
        int found = find(stream, bytes, at, to);
        counts.lostOctets += found - at;
        at = found;
        if (!stream.synchronised) {
          break;
        }
      }
      if (to - at < PREFIX_OCTETS) {
        break;
      }
      int octets = Bytes.u16(bytes, at);
      if (octets < DnsMessageView.HEADER_OCTETS) {
        stream.synchronised = false;
        counts.lostOctets++;
        at++;
        continue;
      }
      int start = at + PREFIX_OCTETS;
      if (to - start < octets) {
        break;
      }
      long completed = at < frontEnd ? Math.max(stream.frontNanos, nanos) : nanos;
      hand(stream, bytes, start, octets, sequence + (start - from), completed);
      at = start + octets;
    }
    return at - from;
  }

  /** Hands on a message whose length was not captured. */
  void handWhole(Stream stream, byte[] bytes, int from, int octets, long nanos) {
    fate = null;
    hand(stream, bytes, from, octets, stream.next, nanos);
    stream.synchronised = true;
  }

  /** The best that became of a message in the last run; null when there was none. */
  @Nullable SegmentFate fate() {
    return fate;
  }

  /** A place where a message starts, or else the first one where more octets may tell of one. */
  private static int find(Stream stream, byte[] bytes, int from, int to) {
    int undecided = to;
    for (int at = from; at < to; at++) {
      switch (Plausibility.ofPrefixed(bytes, at, to)) {
        case YES -> {
          stream.synchronised = true;
          return at;
        }
        case UNDECIDED -> undecided = Math.min(undecided, at);
        case NO -> {}
      }
    }
    return undecided;
  }

  private void hand(
      Stream stream, byte[] bytes, int offset, int octets, int sequence, long epochNanos) {
    int id = Bytes.u16(bytes, offset);
    boolean response = bytes[offset + 2] < 0;
    if (response && stream.transfers.contains(id)) {
      counts.transferMessages++;
      become(SegmentFate.ZONE_TRANSFER);
      return;
    }
    if (!response && stream.peer != null) {
      stream.peer.transfers.remove(id);
    }
    if (!message.make(stream.key, bytes, offset, octets, sequence, epochNanos)) {
      counts.cutMessages++;
    }
    become(next.onMessage(message) ? SegmentFate.DNS : SegmentFate.MALFORMED_QUESTION);
    if (response && asksForTransfer(bytes, offset, offset + octets)) {
      stream.transfers.add(id);
    }
  }

  private void become(SegmentFate other) {
    if (fate == null || other.compareTo(fate) < 0) {
      fate = other;
    }
  }

  private static boolean asksForTransfer(byte[] bytes, int offset, int end) {
    if (Bytes.u16(bytes, offset + 4) != 1) {
      return false;
    }
    int name = DnsNames.skipUncompressed(bytes, offset + DnsMessageView.HEADER_OCTETS, end);
    if (name == DnsNames.MALFORMED || name + 2 > end) {
      return false;
    }
    int qtype = Bytes.u16(bytes, name);
    return qtype == AXFR || qtype == IXFR;
  }
}
