package org.nxsight.app;

import java.io.PrintStream;
import java.util.Locale;

/** The line on a terminal that tells how far a run over files has come. */
final class Progress {
  private static final long INTERVAL_NANOS = 200_000_000L;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream terminal;
  private final boolean shown;
  private final long totalOctets;
  private final long startNanos;
  private long nextNanos;
  private boolean written;

  /**
   * @param shown false when there is no terminal; then nothing is ever written
   * @param totalOctets of all input, 0 when not known
   */
  Progress(PrintStream terminal, boolean shown, long totalOctets, long startNanos) {
    this.terminal = terminal;
    this.shown = shown;
    this.totalOctets = totalOctets;
    this.startNanos = startNanos;
    nextNanos = startNanos + INTERVAL_NANOS;
  }

  /** Writes the line anew when it is time to. */
  void update(long nowNanos, long packets, long octets) {
    if (!shown || nowNanos < nextNanos) {
      return;
    }
    nextNanos = nowNanos + INTERVAL_NANOS;
    double seconds = (nowNanos - startNanos) / 1e9;
    StringBuilder line = new StringBuilder(CLEAR_LINE);
    line.append(String.format(Locale.ROOT, "%,d packets, %,.0f/s", packets, packets / seconds));
    if (totalOctets > 0 && octets > 0) {
      double share = Math.min(1.0, (double) octets / totalOctets);
      line.append(
          String.format(
              Locale.ROOT,
              ", %.0f %% done, %.0f s left",
              100 * share,
              seconds * (1 - share) / share));
    }
    terminal.print(line);
    terminal.flush();
    written = true;
  }

  /** Takes the line away. */
  void clear() {
    if (written) {
      terminal.print(CLEAR_LINE);
      terminal.flush();
    }
  }
}
