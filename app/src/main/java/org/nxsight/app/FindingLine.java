package org.nxsight.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;

/**
 * A line of the findings' channel.
 *
 * @param id of the finding
 * @param text for a person, in one line
 */
record FindingLine(String id, FindingKind kind, Severity severity, String text) {
  private static final String[] TOLD = {"updated", "id", "state", "severity", "kind", "subject"};

  /** What a line says; null when it is no finding, or one of a kind that is not known. */
  static @Nullable FindingLine of(String json) {
    Map<String, @Nullable Object> members;
    try {
      members = JsonObjects.parse(json);
    } catch (IllegalArgumentException e) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (String name : TOLD) {
      if (!(members.get(name) instanceof String value)) {
        return null;
      }
      text.append(text.isEmpty() ? "" : "  ").append(value);
    }
    FindingKind kind = named(FindingKind.values(), members.get("kind"));
    Severity severity = named(Severity.values(), members.get("severity"));
    if (kind == null || severity == null || !(members.get("sentence") instanceof String sentence)) {
      return null;
    }
    text.append(": ").append(sentence);
    return new FindingLine(
        String.valueOf(members.get("id")), kind, severity, Printable.of(text.toString()));
  }

  private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable Object name) {
    return Arrays.stream(values)
        .filter(each -> each.name().equals(String.valueOf(name).toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }
}
