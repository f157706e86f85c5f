package org.nxsight.analysis.findings.floods;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.findings.Observation;

/** What is known of a zone that is asked for suspiciously many names; 5 kB. */
final class Flood {
  /** Names of a tick that the model is asked about. */
  private static final int MOST_SCORED = 32;

  private static final int NXDOMAIN = 3;
  private static final int EXAMPLES = 5;

  /** Hashes and blocks in base32 are longer; floods' labels have some 8 to 16 letters. */
  private static final int DATA_OCTETS = 28;

  /** Standard errors of 1.6 % and 3 %. */
  private static final int NAME_BITS = 12;

  private static final int RESOLVER_BITS = 10;

  final ExampleNames examples = new ExampleNames(EXAMPLES);
  private final DistinctCounts names = new DistinctCounts(1, NAME_BITS);
  private final DistinctCounts resolvers = new DistinctCounts(1, RESOLVER_BITS);
  String zone = "";
  long firstNanos;
  long lastNanos;
  long count;
  long denied;

  /** The different names of the busiest tick; 0 while it is only suspected. */
  long peak;

  /** Different names of a tick before it began. */
  float usual;

  /** Ticks in a row in which it looked like a flood. */
  int ticks;

  /** Ticks in a row in which it did not. */
  int calmTicks;

  private long octets;
  private float scores;
  private int scored;

  /** A suspicion against the zone of a question. */
  static Flood of(Observation observation, int zoneOffset) {
    Flood flood = new Flood();
    flood.zone = observation.textFrom(zoneOffset);
    flood.firstNanos = observation.epochNanos();
    return flood;
  }

  void add(Observation observation, int zoneOffset) {
    long name = observation.qnameHash();
    lastNanos = Math.max(lastNanos, observation.epochNanos());
    count++;
    denied += observation.rcode() == NXDOMAIN ? 1 : 0;
    octets += zoneOffset;
    names.add(0, name);
    resolvers.add(0, observation.resolver());
    examples.add(name, observation.names(), 0, observation.qnameOctets());
    if (scored < MOST_SCORED) {
      scores += observation.scoreOf(0, zoneOffset);
      scored++;
    }
  }

  /** How random the names look on average: the probability that a program made them up. */
  float randomness() {
    return scored == 0 ? 0 : scores / scored;
  }

  /** Whether the names are as long as encoded data. */
  boolean isDataLike() {
    return octets >= DATA_OCTETS * count;
  }

  /** Lets the model look at names of the next tick as well. */
  void endTick() {
    scores /= 2;
    scored /= 2;
  }

  long distinct() {
    return names.count(0);
  }

  long resolvers() {
    return resolvers.count(0);
  }

  void snapshot(DataOutput out) throws IOException {
    out.writeUTF(zone);
    out.writeLong(firstNanos);
    out.writeLong(lastNanos);
    out.writeLong(count);
    out.writeLong(denied);
    out.writeLong(peak);
    out.writeFloat(usual);
    out.writeInt(ticks);
    out.writeInt(calmTicks);
    out.writeLong(octets);
    out.writeFloat(scores);
    out.writeInt(scored);
    names.snapshot(0, out);
    resolvers.snapshot(0, out);
    examples.snapshot(out);
  }

  void merge(DataInput in) throws IOException {
    zone = in.readUTF();
    long first = in.readLong();
    firstNanos = firstNanos == 0 ? first : Math.min(first, firstNanos);
    lastNanos = Math.max(lastNanos, in.readLong());
    count += in.readLong();
    denied += in.readLong();
    peak = Math.max(peak, in.readLong());
    usual = Math.max(usual, in.readFloat());
    ticks = Math.max(ticks, in.readInt());
    calmTicks = Math.max(calmTicks, in.readInt());
    octets += in.readLong();
    scores += in.readFloat();
    scored += in.readInt();
    names.merge(0, in);
    resolvers.merge(0, in);
    examples.merge(in);
  }
}
