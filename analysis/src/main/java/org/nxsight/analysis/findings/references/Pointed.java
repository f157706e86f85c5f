package org.nxsight.analysis.findings.references;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.wire.dns.NameText;

/** A name that records point at: which ones, and whether it exists. */
final class Pointed implements Rows.Row {
  private static final byte[] NO_NAME = {};

  private byte[] name = NO_NAME;
  private byte[] owner = NO_NAME;
  private int type;
  private long ownersBits;
  private long referredLast;
  private int referred;
  private long missingFirst;
  private long missingLast;
  private int missing;
  private long missedBy;
  private boolean free;

  @Override
  public void clear() {
    name = NO_NAME;
    owner = NO_NAME;
    type = 0;
    ownersBits = 0;
    referredLast = 0;
    referred = 0;
    exists();
  }

  /** It was answered: nothing dangles. */
  void exists() {
    missingFirst = 0;
    missingLast = 0;
    missing = 0;
    missedBy = 0;
    free = false;
  }

  /** A record of the name asked for points here. */
  void refer(Observation observation) {
    if (owner.length == 0) {
      owner = Arrays.copyOf(observation.names(), observation.qnameOctets());
      type = observation.qtype();
    }
    ownersBits |= 1L << (observation.qnameHash() >>> 58);
    referredLast = Math.max(referredLast, observation.epochNanos());
    referred++;
  }

  /** It was asked for and does not exist. */
  void miss(Observation observation, boolean isFree) {
    long now = observation.epochNanos();
    if (name.length == 0) {
      name = Arrays.copyOf(observation.names(), observation.qnameOctets());
    }
    missingFirst = missing == 0 ? now : Math.min(missingFirst, now);
    missingLast = Math.max(missingLast, now);
    missing++;
    missedBy |= 1L << (observation.resolver() >>> 58);
    free |= isFree;
  }

  /** Whether it was missing so often and for so long, though a record points at it. */
  boolean dangles(int leastMissing, long leastNanos) {
    return referred > 0
        && missing >= leastMissing
        && missingLast - missingFirst >= leastNanos
        && referredLast >= missingLast - DanglingTargets.LIVING_NANOS;
  }

  String name() {
    return text(name);
  }

  /** The first one whose record points here. */
  String owner() {
    return text(owner);
  }

  private static String text(byte[] octets) {
    StringBuilder text = new StringBuilder();
    NameText.append(text, octets, 0, octets.length);
    return text.toString();
  }

  int type() {
    return type;
  }

  /** How many names have such records; a little less than there are, 64 at most. */
  int owners() {
    return Long.bitCount(ownersBits);
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

  /** How many resolvers have missed it; a little less than there were, 64 at most. */
  int resolvers() {
    return Long.bitCount(missedBy);
  }

  /** Whether nobody has registered its domain. */
  boolean isFree() {
    return free;
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    write(out, name);
    write(out, owner);
    out.writeShort(type);
    out.writeLong(ownersBits);
    out.writeLong(referredLast);
    out.writeInt(referred);
    out.writeLong(missingFirst);
    out.writeLong(missingLast);
    out.writeInt(missing);
    out.writeLong(missedBy);
    out.writeBoolean(free);
  }

  private static void write(DataOutput out, byte[] octets) throws IOException {
    out.writeByte(octets.length);
    out.write(octets);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    byte[] otherName = read(in);
    byte[] otherOwner = read(in);
    int otherType = in.readUnsignedShort();
    name = name.length == 0 ? otherName : name;
    if (owner.length == 0) {
      owner = otherOwner;
      type = otherType;
    }
    ownersBits |= in.readLong();
    referredLast = Math.max(referredLast, in.readLong());
    referred += in.readInt();
    long first = in.readLong();
    missingFirst =
        missingFirst == 0 || first == 0 ? missingFirst + first : Math.min(missingFirst, first);
    missingLast = Math.max(missingLast, in.readLong());
    missing += in.readInt();
    missedBy |= in.readLong();
    free |= in.readBoolean();
  }

  private static byte[] read(DataInput in) throws IOException {
    byte[] octets = new byte[in.readUnsignedByte()];
    in.readFully(octets);
    return octets;
  }
}
