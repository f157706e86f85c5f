package org.nxsight.wire.pcap;

/**
 * One interface of a pcapng section, and how its time stamps are read (draft-ietf-opsawg-pcapng,
 * section 4.2).
 *
 * @param linkType the LINKTYPE_ number of its packets
 * @param snapLength the octets captured of a packet at most; 0 or less for no limit
 * @param resolution if_tsresol: a unit is 10 to the minus that many seconds, or 2 to the minus the
 *     lower seven bits when the highest bit is set
 * @param offsetSeconds if_tsoffset: what is added to each time
 */
public record PcapngInterface(int linkType, int snapLength, int resolution, long offsetSeconds) {
  /** The resolution of an interface that tells none. */
  public static final int MICROSECONDS = 6;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int POWER_OF_TWO = 0x80;

  /** 10 to the 19 is the largest power that 64 bits hold without a sign. */
  private static final int MOST_DIGITS = 19;

  /**
   * A time stamp in nanoseconds since 1970. What lies before 1970 or behind 2262 becomes the first
   * or last time that can be told.
   *
   * @param units of this interface's resolution, 64 bits without a sign
   */
  public long epochNanos(long units) {
    if (resolution == MICROSECONDS && offsetSeconds == 0 && units >>> 53 == 0) {
      return units * 1000;
    }
    return (resolution & POWER_OF_TWO) != 0
        ? ofPowerOfTwo(units, resolution & ~POWER_OF_TWO)
        : ofPowerOfTen(units, resolution);
  }

  private long ofPowerOfTen(long units, int digits) {
    if (digits > MOST_DIGITS) { // so short that all 64 bits are less than two seconds
      int toNanos = digits - 9;
      return sum(0, toNanos > MOST_DIGITS ? 0 : Long.divideUnsigned(units, powerOfTen(toNanos)));
    }
    long unitsPerSecond = powerOfTen(digits);
    long fraction = Long.remainderUnsigned(units, unitsPerSecond);
    long nanos =
        digits <= 9
            ? fraction * powerOfTen(9 - digits)
            : Long.divideUnsigned(fraction, powerOfTen(digits - 9));
    return sum(Long.divideUnsigned(units, unitsPerSecond), nanos);
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  private long ofPowerOfTwo(long units, int bits) {
    long seconds = bits < Long.SIZE ? units >>> bits : 0;
    long fraction = bits < Long.SIZE ? units & ((1L << bits) - 1) : units;
    long high = Math.unsignedMultiplyHigh(fraction, NANOS_PER_SECOND);
    long low = fraction * NANOS_PER_SECOND;
    if (bits == 0) {
      return sum(seconds, 0);
    }
    long nanos =
        bits < Long.SIZE ? high << (Long.SIZE - bits) | low >>> bits : high >>> (bits - Long.SIZE);
    return sum(seconds, nanos);
  }

  private long sum(long seconds, long nanos) {
    long last = Long.MAX_VALUE / NANOS_PER_SECOND - 1;
    if (Long.compareUnsigned(seconds, last) > 0) {
      seconds = last; // an offset of so many seconds as well is nobody's honest clock
    }
    long all = seconds + Math.clamp(offsetSeconds, -last, last);
    return all < 0 ? 0 : Math.min(all, last) * NANOS_PER_SECOND + nanos;
  }
}
