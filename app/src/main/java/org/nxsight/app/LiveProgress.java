package org.nxsight.app;

import java.io.PrintStream;
import java.util.Locale;

/** The line on a terminal that tells what a live run is doing. */
final class LiveProgress {
  private static final long INTERVAL_NANOS = 1_000_000_000L;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream terminal;
  private final boolean shown;
  private long lastNanos;
  private long lastPackets;
  private boolean written;

  /**
   * @param shown false when there is no terminal; then nothing is ever written
   */
  LiveProgress(PrintStream terminal, boolean shown, long startNanos) {
    this.terminal = terminal;
    this.shown = shown;
    lastNanos = startNanos;
  }

  /** Writes the line anew when it is time to. */
  void update(long nowNanos, long packets, long dropped, int openQueries) {
    if (!shown || nowNanos - lastNanos < INTERVAL_NANOS) {
      return;
    }
    double rate = (packets - lastPackets) * 1e9 / (nowNanos - lastNanos);
    lastNanos = nowNanos;
    lastPackets = packets;
    terminal.printf(
        Locale.ROOT,
        "%s%,.0f packets/s, %,d in all, %,d dropped, %,d open queries; Ctrl-C ends",
        CLEAR_LINE,
        rate,
        packets,
        dropped,
        openQueries);
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
