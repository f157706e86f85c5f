package org.nxsight.app;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From when to when, and how much. */
final class FenceSettings {
  private static final long ANY = Long.MAX_VALUE;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "only what was seen at this time or later: 2026-11-24, 2026-11-24T18:30:00 (UTC), seconds"
              + " since 1970, or -7d (s, m, h, d, w, y ago)")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "only what was seen at this time or earlier; a day is taken whole")
  private @Nullable String until;

  @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: all)")
  private long limit = ANY;

  private final TimeText times = new TimeText(Clock.systemUTC());

  /** The first second; the least number when there is none. */
  long sinceSeconds() {
    try {
      return since == null ? Long.MIN_VALUE : times.begin(since);
    } catch (IllegalArgumentException e) {
      throw usage("--since: " + e.getMessage());
    }
  }

  /** The last second; the greatest number when there is none. */
  long untilSeconds() {
    try {
      long seconds = until == null ? Long.MAX_VALUE : times.end(until);
      if (seconds < sinceSeconds()) {
        throw usage("--until: is before --since");
      }
      return seconds;
    } catch (IllegalArgumentException e) {
      throw usage("--until: " + e.getMessage());
    }
  }

  long limit() {
    if (limit < 1) {
      throw usage("--limit: must be 1 or more");
    }
    return limit;
  }

  private ParameterException usage(String complaint) {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    return new ParameterException(spec.commandLine(), complaint);
  }
}
