package org.nxsight.analysis.dga.families;

/**
 * When a table of days follows its records to another day.
 *
 * <p>Forward it turns at once. Back it turns only when {@link #RECORDS_TO_TURN_BACK} records in a
 * row were of earlier days, so that records out of order, or with broken clocks, cost less than a
 * ten-thousandth of a turn each. A day that one broken clock has set too far ahead ends the same
 * way.
 */
final class DayTurn {
  static final int RECORDS_TO_TURN_BACK = 10_000;

  private long day;
  private int earlier;

  void set(long epochDay) {
    day = epochDay;
    earlier = 0;
  }

  long day() {
    return day;
  }

  /** Takes the day of one more record; whether it is now the day to turn to. */
  boolean turns(long epochDay) {
    if (epochDay == day) {
      earlier = 0;
      return false;
    }
    if (epochDay < day && ++earlier < RECORDS_TO_TURN_BACK) {
      return false;
    }
    set(epochDay);
    return true;
  }
}
