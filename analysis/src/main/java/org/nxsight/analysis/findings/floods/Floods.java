package org.nxsight.analysis.findings.floods;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Tuning;

/**
 * Finds zones that are flooded with questions for random names: water torture (random labels below
 * one zone, by way of many resolvers) and what NXNSAttack (Afek and others, 2020) makes a victim's
 * servers see.
 *
 * <p>A flood is many different names in ten seconds, far more than usual for the zone, most of them
 * new, each asked seldom, from several resolvers, and random to look at. A zone whose names always
 * are like that, as those of telemetry, has them as its usual; a zone that is out of order is asked
 * for the same names again and again; a crawler's names are words, and come from one resolver.
 */
public final class Floods implements Operator {
  private static final long TICK_NANOS = 10_000_000_000L;

  /** Zones that are looked at closely at the same time; 5 kB each. */
  static final int MOST_SUSPECTS = 1024;

  /** What a zone is asked in the first minutes of a stream is taken to be its usual. */
  private static final long WARM_UP_NANOS = 300_000_000_000L;

  /** Ticks in a row that end a flood. */
  private static final int MOST_CALM_TICKS = 6;

  private final ZoneTicks ticks = new ZoneTicks();
  private final @Nullable Flood[] floods = new Flood[ZoneTicks.ZONES];
  private final List<Integer> suspects = new ArrayList<>();
  private final FloodSigns signs;
  private long startNanos = Long.MAX_VALUE;

  /**
   * @param tuning tells what is not told as a flood
   */
  public Floods(Tuning tuning) {
    signs = new FloodSigns(tuning);
  }

  @Override
  public String name() {
    return "floods/1";
  }

  @Override
  public Reach reach() {
    return Reach.DOMAIN;
  }

  @Override
  public long keyOf(Observation observation) {
    int zone = FloodNames.zoneOffset(observation);
    return zone < 0 ? NO_KEY : observation.hashFrom(zone);
  }

  @Override
  public void onRecord(Observation observation) {
    int zone = FloodNames.zoneOffset(observation);
    if (zone < 0) {
      return;
    }
    long epochNanos = observation.epochNanos();
    int slot =
        ticks.add(
            observation.hashFrom(zone),
            epochNanos,
            tick(epochNanos),
            observation.qnameHash(),
            observation.resolver(),
            epochNanos - startNanos < WARM_UP_NANOS);
    if (ticks.zones.isFresh()) {
      drop(slot);
    }
    Flood flood = floods[slot];
    if (flood == null) {
      flood = suspect(observation, zone, slot);
    }
    if (flood != null) {
      flood.add(observation, zone);
    }
  }

  private static int tick(long epochNanos) {
    return (int) Math.floorDiv(epochNanos, TICK_NANOS);
  }

  private @Nullable Flood suspect(Observation observation, int zone, int slot) {
    if (ticks.questions(slot) < Math.max(signs.suspectedQuestions(), 2 * ticks.usual(slot))
        || suspects.size() >= MOST_SUSPECTS) {
      return null;
    }
    Flood flood = Flood.of(observation, zone);
    floods[slot] = flood;
    suspects.add(slot);
    return flood;
  }

  private void drop(int slot) {
    if (floods[slot] != null) {
      floods[slot] = null;
      suspects.remove(Integer.valueOf(slot));
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    startNanos = Math.min(startNanos, epochNanos);
    int now = tick(epochNanos);
    for (int i = suspects.size() - 1; i >= 0; i--) {
      int slot = suspects.get(i);
      Flood flood = floods[slot];
      if (flood != null && ticks.tick(slot) < now) {
        judge(slot, flood, now - ticks.tick(slot), reports);
      }
    }
  }

  /**
   * Looks at a zone's last tick.
   *
   * @param age how many ticks ago it was; more than one means that nothing was asked since
   */
  private void judge(int slot, Flood flood, int age, Reports reports) {
    boolean wasFlood = flood.peak > 0;
    if (age <= 1 && signs.isFlood(ticks, slot, flood)) {
      flood.usual = wasFlood ? flood.usual : ticks.usual(slot);
      flood.peak = Math.max(flood.peak, ticks.distinct(slot));
      flood.ticks++;
      flood.calmTicks = 0;
      reports.onSighting(
          FloodReport.of(flood, ticks.distinct(slot), ticks.fresh(slot), ticks.questions(slot)));
      flood.endTick();
    } else if (age <= 1 && signs.isWaitedFor(ticks, slot, flood)) {
      flood.ticks++;
      flood.endTick();
    } else if (!wasFlood || ++flood.calmTicks >= MOST_CALM_TICKS) {
      drop(slot);
    }
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeLong(startNanos);
    out.writeInt(ticks.zones.size());
    for (int slot = ticks.zones.next(0); slot >= 0; slot = ticks.zones.next(slot + 1)) {
      out.writeLong(ticks.zones.key(slot));
      out.writeInt(ticks.zones.usedSeconds(slot));
      ticks.snapshot(slot, out);
      Flood flood = floods[slot];
      out.writeBoolean(flood != null);
      if (flood != null) {
        flood.snapshot(out);
      }
    }
  }

  @Override
  public void merge(DataInput in) throws IOException {
    startNanos = Math.min(startNanos, in.readLong());
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      int slot = ticks.merge(key, in.readInt() * 1_000_000_000L, in);
      if (ticks.zones.isFresh()) {
        drop(slot);
      }
      if (in.readBoolean()) {
        Flood flood = floods[slot];
        if (flood == null) {
          flood = new Flood();
          floods[slot] = flood;
          suspects.add(slot);
        }
        flood.merge(in);
      }
    }
    suspects.sort(Comparator.naturalOrder());
  }
}
