package org.nxsight.analysis.causes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.typo.PopularNames;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.Targets;

/**
 * Which names are popular in a stream, so that their slips are looked for as well. What has become
 * popular counts from time to time, since it makes a new index of typos: at whole ten minutes of
 * record time, so that it is the same wherever the records were counted.
 */
public final class Popularity {
  /** What a look comes at whole multiples of. */
  public static final long WINDOW_NANOS = 600_000_000_000L;

  private static final long LAST_PERIOD_NANOS = 6 * WINDOW_NANOS;
  private static final long DAY_NANOS = 24 * LAST_PERIOD_NANOS;

  /** So many records at least lie between two looks, whatever they say of time. */
  private static final int LEAST_RECORDS = 1 << 12;

  /** Popular names that count: some 40 octets each in the index and again for each letter. */
  private static final int MOST_POPULAR = 2_000;

  /** How often a popular name was answered: a cache asks again every five minutes at most. */
  private static final int LEAST_COUNT = 200;

  /**
   * Where popular names of one network are ranked: their labels count from 7 letters on, as those
   * of 5 and 6 do only with the {@value Target#TOP_RANK} best known ones of the world.
   */
  private static final int FIRST_RANK = Target.TOP_RANK + 1;

  private static final long NEVER = Long.MIN_VALUE;

  private final PopularNames names = new PopularNames();
  private Set<String> targets = Set.of();
  private long records;
  private long lookedNanos = NEVER;
  private long nextNanos = NEVER;
  private long agedNanos = NEVER;

  /** The first look comes after ten minutes; each later one comes after twice the time. */
  private long periodNanos = WINDOW_NANOS;

  /** Counts an answer with a name that exists, in wire form and lower case. */
  public void onAnswer(byte[] name, int registrable) {
    names.onRecord(name, registrable);
    records++;
  }

  /** Counts a failure. */
  void onFailure() {
    records++;
  }

  /** Counts what was counted elsewhere. */
  public void add(PopularNames others, long otherRecords) {
    names.merge(others);
    records += otherRecords;
  }

  /**
   * Looks at what is popular when it is time to.
   *
   * @return whether it did
   */
  public boolean follow(long epochNanos) {
    if (epochNanos < nextNanos && epochNanos > lookedNanos - periodNanos) {
      return false;
    }
    long now = Math.floorDiv(epochNanos, WINDOW_NANOS) * WINDOW_NANOS;
    if (lookedNanos == NEVER) {
      lookedNanos = now;
      agedNanos = now;
      nextNanos = now + periodNanos;
      return false;
    }
    if (records < LEAST_RECORDS) {
      nextNanos = now + WINDOW_NANOS;
      return false;
    }
    lookedNanos = now;
    records = 0;
    periodNanos = Math.min(2 * periodNanos, LAST_PERIOD_NANOS);
    nextNanos = now + periodNanos;
    return true;
  }

  /** What has become popular since the last call; null when that is the same as before. */
  public @Nullable Targets take() {
    Targets found = targets();
    Set<String> domains = new LinkedHashSet<>();
    found.all().forEach(target -> domains.add(target.domain()));
    if (Math.abs(lookedNanos - agedNanos) >= DAY_NANOS) {
      agedNanos = lookedNanos;
      names.age();
    }
    if (domains.equals(targets)) {
      return null;
    }
    targets = domains;
    return found;
  }

  /** Writes what is known. */
  public void snapshot(DataOutput out) throws IOException {
    out.writeLong(records);
    out.writeLong(lookedNanos);
    out.writeLong(nextNanos);
    out.writeLong(agedNanos);
    out.writeLong(periodNanos);
    names.write(out);
    out.writeInt(targets.size());
    for (String target : targets) {
      out.writeUTF(target);
    }
  }

  /** Takes over what was written, where nothing is known yet. */
  public void restore(DataInput in) throws IOException {
    records = in.readLong();
    lookedNanos = in.readLong();
    nextNanos = in.readLong();
    agedNanos = in.readLong();
    periodNanos = in.readLong();
    names.merge(in);
    Set<String> known = new LinkedHashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      known.add(in.readUTF());
    }
    targets = known;
  }

  /** What is popular now. */
  Targets targets() {
    Targets found = new Targets();
    names.addTo(found, MOST_POPULAR, LEAST_COUNT, FIRST_RANK);
    return found;
  }

  /** How many popular names count now. */
  int size() {
    return targets.size();
  }
}
