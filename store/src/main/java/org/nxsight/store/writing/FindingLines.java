package org.nxsight.store.writing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.store.manifest.Level;

/** Findings that wait to be written, as lines of text, by the ten minutes they were told in. */
final class FindingLines {
  private final TextRow row = new TextRow();
  private final TreeMap<Long, Lines> periods = new TreeMap<>();
  private long octets;

  /** Adds a finding as it is now. */
  void add(Finding finding) {
    Sighting sighting = finding.sighting();
    long start = Level.MINUTES.start(EpochTimes.seconds(finding.updatedNanos()));
    row.first().append(finding.id());
    row.field().append(sighting.kind().name());
    append(row.field(), sighting.subject());
    row.field().append(sighting.kind().subjectType().text());
    row.field().append(sighting.severity().text());
    row.field().append(sighting.confidence());
    row.field().append(finding.state());
    row.field().append(sighting.count());
    row.field().append(sighting.resolvers());
    row.field().append(EpochTimes.micros(sighting.firstNanos()));
    row.field().append(EpochTimes.micros(sighting.lastNanos()));
    row.field().append(EpochTimes.micros(finding.openedNanos()));
    row.field().append(EpochTimes.micros(finding.updatedNanos()));
    append(row.field(), sighting.sentence());
    append(row.field(), sighting.evidence());
    Lines lines = periods.computeIfAbsent(start, _ -> new Lines());
    octets -= lines.memoryOctets();
    row.end(lines);
    octets += lines.memoryOctets();
  }

  /** Appends a text, without what has a meaning in a line. */
  private static void append(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c < ' ' || c > '~' ? '?' : c);
    }
  }

  /** The memory that they take. */
  long memoryOctets() {
    return octets;
  }

  /** How many there are, by the start of their ten minutes. */
  Map<Long, Integer> sizes() {
    Map<Long, Integer> sizes = new TreeMap<>();
    periods.forEach((start, lines) -> sizes.put(start, lines.count()));
    return sizes;
  }

  /** Those of some periods. */
  Lines of(List<Long> starts) {
    return Lines.joined(periods, starts);
  }
}
