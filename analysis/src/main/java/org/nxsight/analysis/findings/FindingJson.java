package org.nxsight.analysis.findings;

import java.time.Instant;
import java.util.Locale;
import org.nxsight.wire.dns.JsonText;

/** A finding as a JSON object in one line, with times as ISO 8601 in UTC. */
public final class FindingJson {
  private FindingJson() {}

  /** Appends the object, without the line's end. */
  public static void append(StringBuilder out, Finding finding) {
    Sighting sighting = finding.sighting();
    text(out.append('{'), "id", finding.id());
    text(out.append(','), "kind", sighting.kind().name());
    text(out.append(','), "subject", sighting.subject());
    text(out.append(','), "subject_type", sighting.kind().subjectType().text());
    text(out.append(','), "severity", sighting.severity().text());
    out.append(",\"confidence\":")
        .append(String.format(Locale.ROOT, "%.2f", sighting.confidence()));
    text(out.append(','), "state", finding.state());
    out.append(",\"count\":").append(sighting.count());
    out.append(",\"resolvers\":").append(sighting.resolvers());
    text(out.append(','), "time_first", time(sighting.firstNanos()));
    text(out.append(','), "time_last", time(sighting.lastNanos()));
    text(out.append(','), "opened", time(finding.openedNanos()));
    text(out.append(','), "updated", time(finding.updatedNanos()));
    text(out.append(','), "sentence", sighting.sentence());
    out.append(",\"evidence\":").append(sighting.evidence()).append('}');
  }

  private static void text(StringBuilder out, String key, CharSequence value) {
    JsonText.append(out, key);
    JsonText.append(out.append(':'), value);
  }

  private static String time(long epochNanos) {
    return Instant.ofEpochSecond(0, epochNanos).toString();
  }
}
