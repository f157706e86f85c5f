package org.nxsight.analysis.findings;

import java.util.EnumMap;
import java.util.Map;

/** The values of all settings: what users say, and the default of everything else. */
public final class Tuning {
  /** Nobody says anything. */
  public static final Tuning USUAL = new Tuning(Map.of());

  private static final double NANOS_A_MINUTE = 60e9;

  private final Map<Setting, Double> values = new EnumMap<>(Setting.class);

  private Tuning(Map<Setting, Double> said) {
    said.forEach((setting, value) -> {
      if (!setting.unit().accepts(value)) {
        throw new IllegalArgumentException(
            setting.text() + ": " + setting.unit().accepted() + " is expected");
      }
    });
    for (Setting setting : Setting.values()) {
      values.put(setting, said.getOrDefault(setting, setting.usual()));
    }
  }

  /**
   * What users say.
   *
   * @throws IllegalArgumentException with one line when a value is none of the setting's
   */
  public static Tuning of(Map<Setting, Double> said) {
    return new Tuning(said);
  }

  /** The value of a setting. */
  public double value(Setting setting) {
    return values.getOrDefault(setting, setting.usual());
  }

  /** The value of a setting that counts. */
  public int count(Setting setting) {
    return (int) value(setting);
  }

  /** The value of a setting that is a span of time. */
  public long nanos(Setting setting) {
    return (long) (value(setting) * NANOS_A_MINUTE);
  }
}
