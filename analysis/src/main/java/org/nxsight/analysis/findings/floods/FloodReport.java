package org.nxsight.analysis.findings.floods;

import java.time.Instant;
import java.util.Locale;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;

/** A flood in words and numbers. */
final class FloodReport {
  private static final double TICK_SECONDS = 10;
  private static final int EXAMPLES = 5;
  private static final long SECOND_NANOS = 1_000_000_000L;

  // Different names a second. A small server stands some hundreds, a big one thousands.
  private static final int MEDIUM_RATE = 20;
  private static final int HIGH_RATE = 100;
  private static final int CRITICAL_RATE = 2_000;

  private static final float CONFIDENCE = 0.9f;
  private static final float LESS_CONFIDENCE = 0.75f;
  private static final int MANY_RESOLVERS = 10;

  private FloodReport() {}

  static Sighting of(Flood flood, long distinct, long fresh, int questions) {
    double peakRate = flood.peak / TICK_SECONDS;
    long resolvers = flood.resolvers();
    double newShare = Math.min(1, (double) fresh / Math.max(1, distinct));
    String onset = Instant.ofEpochSecond(flood.firstNanos / SECOND_NANOS).toString();
    Evidence evidence =
        new Evidence()
            .add("names_per_second", distinct / TICK_SECONDS)
            .add("peak_names_per_second", peakRate)
            .add("usual_names_per_second", flood.usual / TICK_SECONDS)
            .add("queries_per_second", questions / TICK_SECONDS)
            .add("distinct_names", flood.distinct())
            .add("new_share", newShare)
            .add("randomness", flood.randomness())
            .add("nxdomain_share", (double) flood.denied / flood.count)
            .add("resolvers", resolvers)
            .add("onset", onset)
            .add("examples", flood.examples.texts(EXAMPLES));
    String sentence =
        String.format(
            Locale.ROOT,
            "Random names are made up below %s, %,.0f different ones a second (usually %,.0f), %.0f %% of"
                + " them new, asked by %,d resolvers since %s: somebody loads its servers. Find the"
                + " clients behind these resolvers, limit the rate of such questions, or let resolvers"
                + " deny from what they know (RFC 8198).",
            flood.zone,
            distinct / TICK_SECONDS,
            flood.usual / TICK_SECONDS,
            100 * newShare,
            resolvers,
            onset);
    return new Sighting(
        FindingKind.RANDOM_SUBDOMAIN_FLOOD,
        flood.zone,
        severity(peakRate),
        resolvers >= MANY_RESOLVERS ? CONFIDENCE : LESS_CONFIDENCE,
        flood.firstNanos,
        flood.lastNanos,
        flood.count,
        resolvers,
        evidence.json(),
        sentence);
  }

  private static Severity severity(double rate) {
    if (rate >= CRITICAL_RATE) {
      return Severity.CRITICAL;
    }
    if (rate >= HIGH_RATE) {
      return Severity.HIGH;
    }
    return rate >= MEDIUM_RATE ? Severity.MEDIUM : Severity.LOW;
  }
}
