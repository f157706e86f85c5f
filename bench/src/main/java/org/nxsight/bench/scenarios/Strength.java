package org.nxsight.bench.scenarios;

import java.util.Locale;

/** How much of a thing happens. */
public enum Strength {
  /** As little as anybody could ask to be found. */
  WEAK,
  /** As it usually is. */
  PLAIN,
  /** Nobody could miss it. */
  STRONG;

  /** One of three numbers. */
  int of(int weak, int plain, int strong) {
    return switch (this) {
      case WEAK -> weak;
      case PLAIN -> plain;
      case STRONG -> strong;
    };
  }

  /** Its name in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
