package org.nxsight.capture.tcp;

/** What streams lost and passed over. */
public final class StreamCounts {
  long lostOctets;
  long repeatedOctets;
  long transferMessages;
  long cutMessages;
  long evictedStreams;

  /** The octets of streams that were not captured, or belong to no message. */
  public long lostOctets() {
    return lostOctets;
  }

  /** The octets that came again, of which the first copy is kept. */
  public long repeatedOctets() {
    return repeatedOctets;
  }

  /** The later messages of zone transfers, which are not kept. */
  public long transferMessages() {
    return transferMessages;
  }

  /** The messages that were too long for an IP datagram. */
  public long cutMessages() {
    return cutMessages;
  }

  /** The directions of connections that had to make room. */
  public long evictedStreams() {
    return evictedStreams;
  }
}
