package org.nxsight.analysis.findings.lifetimes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.wire.dns.NameText;

/** When a name was answered, and since when it is not. */
final class Life implements Rows.Row {
  /** One hiccup, and one more; what is denied and answered by turns comes and goes. */
  private static final int MOST_RETURNS = 2;

  private static final byte[] NO_NAME = {};

  private final DeathSigns signs;
  private byte[] name = NO_NAME;
  private long answeredFirst;
  private long answeredLast;
  private int answered;

  /** Who asked, a bit each for 64 shares of all resolvers. */
  private long askedBy;

  private long missingFirst;
  private long missingLast;
  private int missing;
  private long missedBy;
  private boolean free;

  /** How often it was answered after it had been denied. */
  private int returns;

  /** Whether it was dead before, and came back: then it is one that comes and goes. */
  private boolean flaps;

  /**
   * @param signs tell when it is dead
   */
  Life(DeathSigns signs) {
    this.signs = signs;
  }

  @Override
  public void clear() {
    name = NO_NAME;
    answeredFirst = 0;
    answeredLast = 0;
    answered = 0;
    askedBy = 0;
    returns = 0;
    flaps = false;
    revive();
  }

  private void revive() {
    missingFirst = 0;
    missingLast = 0;
    missing = 0;
    missedBy = 0;
    free = false;
  }

  /**
   * @param from where the name starts in the qname
   */
  void begin(Observation observation, int from, long firstNanos) {
    name = Arrays.copyOfRange(observation.names(), from, observation.qnameOctets());
    answeredFirst = firstNanos;
  }

  void answered(long resolver, long now) {
    flaps |= isDead();
    if (missing > 0) {
      returns++;
      revive();
    }
    answered++;
    answeredLast = Math.max(answeredLast, now);
    askedBy |= 1L << (resolver >>> 58);
  }

  void denied(long resolver, long now, boolean isFree) {
    missingFirst = missing == 0 ? now : Math.min(missingFirst, now);
    missingLast = Math.max(missingLast, now);
    missing++;
    missedBy |= 1L << (resolver >>> 58);
    free |= isFree;
  }

  boolean isDead() {
    return !flaps
        && returns <= MOST_RETURNS
        && missing >= signs.denials()
        && missingLast - missingFirst >= signs.deniedNanos()
        && answered >= signs.answers()
        && answeredLast - answeredFirst >= signs.inUseNanos()
        && Long.bitCount(askedBy) >= signs.resolvers();
  }

  String name() {
    StringBuilder text = new StringBuilder();
    NameText.append(text, name, 0, name.length);
    return text.toString();
  }

  int answered() {
    return answered;
  }

  long answeredFirst() {
    return answeredFirst;
  }

  long answeredLast() {
    return answeredLast;
  }

  int missing() {
    return missing;
  }

  long missingFirst() {
    return missingFirst;
  }

  long missingLast() {
    return missingLast;
  }

  /** How many resolvers have missed it; a little less than there were. */
  int resolvers() {
    return Long.bitCount(missedBy);
  }

  /** Whether nobody has its domain now. */
  boolean isFree() {
    return free;
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeByte(name.length);
    out.write(name);
    out.writeLong(answeredFirst);
    out.writeLong(answeredLast);
    out.writeInt(answered);
    out.writeLong(askedBy);
    out.writeLong(missingFirst);
    out.writeLong(missingLast);
    out.writeInt(missing);
    out.writeLong(missedBy);
    out.writeBoolean(free);
    out.writeInt(returns);
    out.writeBoolean(flaps);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    byte[] other = new byte[in.readUnsignedByte()];
    in.readFully(other);
    name = name.length == 0 ? other : name;
    answeredFirst = earlier(answeredFirst, in.readLong());
    answeredLast = Math.max(answeredLast, in.readLong());
    answered += in.readInt();
    askedBy |= in.readLong();
    missingFirst = earlier(missingFirst, in.readLong());
    missingLast = Math.max(missingLast, in.readLong());
    missing += in.readInt();
    missedBy |= in.readLong();
    free |= in.readBoolean();
    returns += in.readInt();
    flaps |= in.readBoolean();
  }

  private static long earlier(long a, long b) {
    return a == 0 || b == 0 ? a + b : Math.min(a, b);
  }
}
