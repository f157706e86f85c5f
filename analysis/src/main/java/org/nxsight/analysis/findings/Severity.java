package org.nxsight.analysis.findings;

import java.util.Locale;

/** How soon a person should look at a finding, the least urgent first. */
public enum Severity {
  /** Good to know. */
  INFO,
  /** Worth a look when there is time. */
  LOW,
  /** Worth a look this week. */
  MEDIUM,
  /** Something is wrong now. */
  HIGH,
  /** Somebody can be harmed before the day is over. */
  CRITICAL;

  /** Its name in files and on the screen. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As users write it. */
  @Override
  public String toString() {
    return text();
  }
}
