package org.nxsight.analysis.findings.floods;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.KeyTable;
import org.nxsight.analysis.counting.Tempo;

/**
 * What each zone with failures got in the current tick of ten seconds: questions, different names,
 * different resolvers; the names of the tick before, to tell which are new; and how many different
 * names a tick usually brings.
 */
final class ZoneTicks {
  /** Zones at once. Each takes 2 * 128 + 64 + 20 + 20 + 13 octets: 6.1 MB. */
  static final int ZONES = 1 << 14;

  /** A standard error of 9 %. */
  private static final int NAME_BITS = 7;

  /** A standard error of 13 %. */
  private static final int RESOLVER_BITS = 6;

  /** Ticks without a question that still change what is usual. */
  private static final int MOST_EMPTY_TICKS = 64;

  final KeyTable zones = new KeyTable(ZONES);
  final Tempo tempo = new Tempo(ZONES);
  private final DistinctCounts[] names = {
    new DistinctCounts(ZONES, NAME_BITS), new DistinctCounts(ZONES, NAME_BITS)
  };
  private final DistinctCounts resolvers = new DistinctCounts(ZONES, RESOLVER_BITS);
  private final byte[] side = new byte[ZONES];
  private final int[] ticks = new int[ZONES];
  private final int[] questions = new int[ZONES];

  /**
   * Counts a question.
   *
   * @param steady whether a new zone is taken to have been asked as much before
   * @return the zone's slot
   */
  int add(long zone, long epochNanos, int tick, long name, long resolver, boolean steady) {
    int slot = zones.claim(zone, epochNanos);
    if (zones.isFresh()) {
      clear(slot, tick);
      if (!steady) {
        tempo.endPeriod(slot);
      }
    }
    if (tick > ticks[slot]) {
      roll(slot, tick);
    }
    questions[slot]++;
    names[side[slot]].add(slot, name);
    resolvers.add(slot, resolver);
    return slot;
  }

  private void clear(int slot, int tick) {
    names[0].clear(slot);
    names[1].clear(slot);
    resolvers.clear(slot);
    tempo.clear(slot);
    side[slot] = 0;
    ticks[slot] = tick;
    questions[slot] = 0;
  }

  /** Ends the tick of a slot, and begins another one. */
  private void roll(int slot, int tick) {
    tempo.add(slot, (int) distinct(slot));
    tempo.endPeriod(slot);
    for (int i = Math.min(MOST_EMPTY_TICKS, tick - ticks[slot] - 1); i > 0; i--) {
      tempo.endPeriod(slot);
    }
    side[slot] ^= 1;
    names[side[slot]].clear(slot);
    resolvers.clear(slot);
    questions[slot] = 0;
    ticks[slot] = tick;
  }

  /** The tick that a slot's counts are of. */
  int tick(int slot) {
    return ticks[slot];
  }

  /** The questions of the tick. */
  int questions(int slot) {
    return questions[slot];
  }

  /** The different names of the tick, about. */
  long distinct(int slot) {
    return questions[slot] <= 1 ? questions[slot] : names[side[slot]].count(slot);
  }

  /** How many of them the tick before did not have, about. */
  long fresh(int slot) {
    DistinctCounts before = names[side[slot] ^ 1];
    return Math.max(0, names[side[slot]].countOfBoth(slot, before) - before.count(slot));
  }

  /** The different resolvers of the tick, about. */
  long resolvers(int slot) {
    return resolvers.count(slot);
  }

  /** How many different names a tick usually brings. */
  float usual(int slot) {
    return tempo.usual(slot);
  }

  void snapshot(int slot, DataOutput out) throws IOException {
    out.writeInt(ticks[slot]);
    out.writeInt(questions[slot]);
    names[side[slot]].snapshot(slot, out);
    names[side[slot] ^ 1].snapshot(slot, out);
    resolvers.snapshot(slot, out);
    tempo.snapshot(slot, out);
  }

  /** Takes what was written of a slot into that of the same zone, which is new when not known. */
  int merge(long zone, long usedNanos, DataInput in) throws IOException {
    int tick = in.readInt();
    int slot = zones.claim(zone, usedNanos);
    if (zones.isFresh()) {
      clear(slot, tick);
    } else if (tick > ticks[slot]) {
      roll(slot, tick);
    }
    questions[slot] += in.readInt();
    names[side[slot]].merge(slot, in);
    names[side[slot] ^ 1].merge(slot, in);
    resolvers.merge(slot, in);
    tempo.merge(slot, in);
    return slot;
  }
}
