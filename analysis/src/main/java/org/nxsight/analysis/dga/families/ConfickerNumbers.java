package org.nxsight.analysis.dga.families;

import java.time.LocalDate;

/**
 * Conficker's numbers: a state of 64 bits is taken for an unsigned integer {@code x}, and the bits
 * of the double {@code ((x m + sin x) x + a) x + ln x} are the next state; the low 32 bits are the
 * number.
 */
final class ConfickerNumbers {
  private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;

  private final long multiplier;
  private final double addend;
  private long state;

  private ConfickerNumbers(long state, long multiplier, double addend) {
    this.state = state;
    this.multiplier = multiplier;
    this.addend = addend;
  }

  /** The numbers of a day; its midnight in units of 100 ns since 1601 makes the first state. */
  static ConfickerNumbers of(
      LocalDate day, long factor, long divisor, long offset, long multiplier, double addend) {
    long time = (day.toEpochDay() * 86_400 + SECONDS_FROM_1601_TO_1970) * 10_000_000;
    long state = Long.divideUnsigned(time * factor, divisor) + offset;
    return new ConfickerNumbers(state, multiplier, addend);
  }

  int next() {
    double x = unsigned(state);
    double next = ((unsigned(state * multiplier) + Math.sin(x)) * x + addend) * x + Math.log(x);
    state = Double.doubleToRawLongBits(next);
    return (int) state;
  }

  /** The nearest double, ties to even, as a conversion of an unsigned integer gives it. */
  private static double unsigned(long bits) {
    if (bits >= 0) {
      return bits;
    }
    // Half of it, with the lost bit kept for the rounding, then doubled, which is exact.
    return (double) ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
