package org.nxsight.analysis.findings;

import java.util.Locale;

/** What a {@link Setting} counts, and which values make sense. */
public enum SettingUnit {
  /** A million is more than a kind is ever worth. */
  COUNT("", 1, 1_000_000, true),
  /** As many as 31 days have. */
  MINUTES("minutes", 0, 31 * 24 * 60, false),
  /** A thousand times the usual is beyond all daily rises. */
  TIMES("times", 1, 1_000, false),
  SHARE("share", 0, 1, false),
  /** The natural logarithm of how much likelier it is; of e^500 nobody wants more. */
  EVIDENCE("(a natural logarithm)", 1, 500, false);

  private final String text;
  private final double least;
  private final double most;
  private final boolean whole;

  SettingUnit(String text, double least, double most, boolean whole) {
    this.text = text;
    this.least = least;
    this.most = most;
    this.whole = whole;
  }

  /** What stands behind the number; empty for counts, whose meaning says it. */
  public String text() {
    return text;
  }

  /** The largest value: with it, hardly anything is told. */
  public double most() {
    return most;
  }

  /** Whether it may be a setting's value. */
  public boolean accepts(double value) {
    return value >= least && value <= most && (!whole || value == Math.rint(value));
  }

  /** Which values it takes, such as {@code a whole number from 1 to 1000000}. */
  public String accepted() {
    return (whole ? "a whole number" : "a number")
        + " from "
        + number(least)
        + " to "
        + number(most);
  }

  /** From where to where, such as {@code 1..1000000}. */
  public String range() {
    return number(least) + ".." + number(most);
  }

  /** A value as users write it. */
  public static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%d", (long) value)
        : String.valueOf(value);
  }
}
