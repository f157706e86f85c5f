package org.nxsight.channels.form;

/**
 * Times in UTC as {@code 2024-05-01 12:34:56.123456789} (proleptic Gregorian calendar; days to date
 * after Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
 */
final class Timestamps {
  private static final long SECONDS_A_DAY = 86_400;
  private static final long DAYS_AN_ERA = 146_097; // 400 years
  private static final long DAYS_TO_EPOCH = 719_468; // from 0000-03-01 to 1970-01-01

  private Timestamps() {}

  /** Appends date and time to the second. */
  static void append(StringBuilder out, long epochSeconds) {
    long days = Math.floorDiv(epochSeconds, SECONDS_A_DAY);
    int second = (int) Math.floorMod(epochSeconds, SECONDS_A_DAY);
    appendDate(out, days + DAYS_TO_EPOCH);
    appendPadded(out.append(' '), second / 3600, 2);
    appendPadded(out.append(':'), second / 60 % 60, 2);
    appendPadded(out.append(':'), second % 60, 2);
  }

  /** Appends date and time with at least nine digits of nanoseconds, which are unsigned. */
  static void append(StringBuilder out, long epochSeconds, int nanos) {
    append(out, epochSeconds);
    appendPadded(out.append('.'), Integer.toUnsignedLong(nanos), 9);
  }

  private static void appendDate(StringBuilder out, long days) {
    long era = Math.floorDiv(days, DAYS_AN_ERA);
    long dayOfEra = Math.floorMod(days, DAYS_AN_ERA);
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long monthFromMarch = (5 * dayOfYear + 2) / 153;
    long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    appendPadded(out, yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
    appendPadded(out.append('-'), month, 2);
    appendPadded(out.append('-'), dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2);
  }

  private static void appendPadded(StringBuilder out, long number, int digits) {
    if (number < 0) {
      out.append('-');
    }
    long limit = 1;
    for (int i = 1; i < digits; i++) {
      limit *= 10;
      if (Math.abs(number) < limit) {
        appendZeros(out, digits - i);
        break;
      }
    }
    out.append(Math.abs(number));
  }

  private static void appendZeros(StringBuilder out, int count) {
    out.repeat('0', count);
  }
}
