package org.nxsight.app;

import java.util.Locale;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.SettingUnit;

/** All kinds of findings, each with what it says and its settings, for a person. */
final class KindsText {
  private KindsText() {}

  /** A line for each kind, and below it one for each setting: name, default, range and meaning. */
  static String all() {
    StringBuilder text = new StringBuilder();
    for (FindingKind kind : FindingKind.values()) {
      text.append(kind).append(": ").append(kind.sentence()).append('\n');
      for (Setting setting : Setting.of(kind)) {
        text.append(line(setting));
      }
    }
    return text.append('\n')
        .append(
            "nxsight run --tune SETTING=VALUE changes one, --without-finding KIND wants none.\n")
        .toString();
  }

  private static String line(Setting setting) {
    SettingUnit unit = setting.unit();
    String meaning =
        unit.text().isEmpty() ? setting.meaning() : unit.text() + ' ' + setting.meaning();
    return String.format(
        Locale.ROOT,
        "    %-38s %4s %-12s %s%n",
        setting.text(),
        SettingUnit.number(setting.usual()),
        "(" + unit.range() + ")",
        meaning);
  }
}
