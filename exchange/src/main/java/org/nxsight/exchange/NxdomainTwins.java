package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * A memory of NXDOMAIN that came in one of two ways, so that it is not published again when it
 * comes in the other: channel 220 has the exchange and channel 221 the observation of the same
 * response. Twins have the same qname, qtype, qclass, server and time to the nanosecond.
 *
 * <p>It keeps 64 bits of hash for each in two generations of at most 2,097,152: when the newer one
 * is full, the older one is forgotten. That is at most 72 MiB, taken as it is needed. Two that are
 * no twins have the same hash with a probability of 2^-41 a look-up at most.
 */
final class NxdomainTwins {
  /** NXDOMAIN that came as a response. */
  static final int RESPONSE = 0;

  /** NXDOMAIN that came as an observation. */
  static final int OBSERVATION = 1;

  private static final int MOST_IN_A_GENERATION = 1 << 21;

  private final long seed;
  private HashBag newer = new HashBag();
  private HashBag older = new HashBag();
  private long forgotten;

  /**
   * @param seed of the hash; any secret number, so that nobody can make many fall together
   */
  NxdomainTwins(long seed) {
    this.seed = seed;
  }

  /** Whether its twin came before, which is forgotten then; if not, it is remembered itself. */
  boolean isSecond(int way, CapturedMessage response) {
    long hash = hash(response) & ~1L;
    long twin = hash | (way ^ 1);
    if (newer.remove(twin) || older.remove(twin)) {
      return true;
    }
    if (newer.distinct() == MOST_IN_A_GENERATION) {
      forgotten += older.size();
      older = newer;
      newer = new HashBag();
    }
    if (!newer.add(hash | way)) {
      forgotten++;
    }
    return false;
  }

  /** Those that were forgotten before a twin came. */
  long forgotten() {
    return forgotten;
  }

  private long hash(CapturedMessage response) {
    DatagramView datagram = response.datagram();
    DnsMessageView message = response.message();
    long hash = Mixing.mix(response.epochNanos() ^ seed, Mixing.B);
    hash = Mixing.hash(datagram.bytes(), datagram.sourceOffset(), datagram.addressOctets(), hash);
    return Mixing.hash(message.bytes(), message.qnameOffset(), message.qnameLength() + 4, hash);
  }
}
