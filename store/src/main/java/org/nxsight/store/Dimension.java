package org.nxsight.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What failures are counted by in {@link Dataset#TALLIES}. */
public enum Dimension {
  /** The response code. */
  RCODE(true),
  /** Why it failed, as a {@code Cause} is called. */
  CAUSE(true),
  /** How much of the name is missing. */
  SCOPE(true),
  /** The type asked for. */
  QTYPE(true),
  /** The type asked for of names that exist without it. */
  NODATA(true),
  /** The zone of the DNS list that was asked. */
  LIST(true),
  /** The same, of questions that the list refused. */
  LIST_REFUSED(true),
  /** The same, of questions that failed in another way. */
  LIST_FAILED(true),
  /** The last label of the name. */
  TLD(false),
  /** The cut. */
  ZONE(false),
  /** The registrable domain. */
  DOMAIN(false),
  /** Who said so. */
  SERVER(false),
  /** The name itself. */
  NAME(false),
  /** A mistyped name and its type, with a space between. */
  TYPO(false),
  /** Domain, server or {@code -}, cause and rcode of other errors, with a space between. */
  HEALTH(false);

  /** Keys that are kept of those that have any number: the ones with the highest counts. */
  public static final int GREATEST = 1_000;

  private final boolean whole;

  Dimension(boolean whole) {
    this.whole = whole;
  }

  /** As in the column. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether all keys are kept, and not only the {@link #GREATEST} of a bucket. */
  public boolean isWhole() {
    return whole;
  }

  /** Those of which all keys are kept, as a list of SQL strings. */
  public static String wholeOnes() {
    return Arrays.stream(values())
        .filter(Dimension::isWhole)
        .map(each -> "'" + each.text() + "'")
        .collect(Collectors.joining(", "));
  }
}
