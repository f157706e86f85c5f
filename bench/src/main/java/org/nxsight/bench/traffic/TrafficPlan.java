package org.nxsight.bench.traffic;

/**
 * What traffic to make up.
 *
 * @param packets in the capture
 * @param seed tells the traffic; the same plan gives the same octets
 * @param packetsPerSecond on packet time
 * @param nxdomainShare of the responses
 * @param errorShare of the responses whose rcode is neither NOERROR nor NXDOMAIN
 * @param silentShare of the stories: queries to servers that never answer
 * @param noiseShare of what starts: packets that are no DNS message
 * @param names how many questions there are, each with its answer and its server, asked again as
 *     often as their rank says (Zipf's law: the n-th a n-th as often as the first); 0 when each
 *     exchange has a name of its own
 * @param nanoseconds whether packets are stamped to the nanosecond, or to the microsecond
 */
public record TrafficPlan(
    long packets,
    long seed,
    double packetsPerSecond,
    double nxdomainShare,
    double errorShare,
    double silentShare,
    double noiseShare,
    int names,
    boolean nanoseconds) {
  /** Ten million packets as a mid-sized resolver sees them. */
  public static final TrafficPlan DEFAULT =
      new TrafficPlan(10_000_000, 1, 250_000, 0.20, 0.07, 0.01, 0.03, 0, true);

  /** Beyond this, more responses would wait for their query than a monitor keeps. */
  private static final double MOST_PACKETS_PER_SECOND = 2_000_000;

  /** How long a monitor keeps a query open, in seconds. */
  private static final double OPEN_SECONDS = 10;

  private static final double MOST_SILENT_SHARE = 0.4;

  public TrafficPlan {
    if (packets < 1) {
      throw new IllegalArgumentException("a capture has 1 packet at least");
    }
    if (!(packetsPerSecond > 0 && packetsPerSecond <= MOST_PACKETS_PER_SECOND)) {
      throw new IllegalArgumentException("1..2000000 packets a second");
    }
    if (!isShare(nxdomainShare) || !isShare(errorShare) || !isShare(nxdomainShare + errorShare)) {
      throw new IllegalArgumentException("shares of NXDOMAIN and errors in 0..1 together");
    }
    if (names < 0) {
      throw new IllegalArgumentException("0 names or more");
    }
    if (!isShare(silentShare) || !isShare(noiseShare)) {
      throw new IllegalArgumentException("shares are in 0..1");
    }
  }

  private static boolean isShare(double share) {
    return share >= 0 && share <= 1;
  }

  /** The same with another number of packets and another seed. */
  public TrafficPlan with(long newPackets, long newSeed) {
    return new TrafficPlan(
        newPackets,
        newSeed,
        packetsPerSecond,
        nxdomainShare,
        errorShare,
        silentShare,
        noiseShare,
        names,
        nanoseconds);
  }

  /** The same with questions that are asked again; see the parameter. */
  public TrafficPlan withNames(int newNames) {
    return new TrafficPlan(
        packets,
        seed,
        packetsPerSecond,
        nxdomainShare,
        errorShare,
        silentShare,
        noiseShare,
        newNames,
        nanoseconds);
  }

  /**
   * The same with so many silent servers, and when these are not enough so much traffic, that the
   * given number of queries is open at once after ten seconds.
   */
  public TrafficPlan withOpenQueries(int openQueries) {
    double silentPerSecond = openQueries / OPEN_SECONDS;
    double share = silentPerSecond * packetsPerStart() / packetsPerSecond;
    double silent = Math.min(MOST_SILENT_SHARE, share);
    TrafficPlan plan = withSilent(silent, packetsPerSecond);
    return share <= MOST_SILENT_SHARE
        ? plan
        : plan.withSilent(silent, silentPerSecond * plan.packetsPerStart() / silent);
  }

  private TrafficPlan withSilent(double silent, double rate) {
    return new TrafficPlan(
        packets, seed, rate, nxdomainShare, errorShare, silent, noiseShare, names, nanoseconds);
  }

  /** The packets that one story or piece of noise has on average. */
  double packetsPerStart() {
    return noiseShare + (1 - noiseShare) * (silentShare + (1 - silentShare) * 2);
  }
}
