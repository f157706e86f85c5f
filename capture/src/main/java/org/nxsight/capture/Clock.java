package org.nxsight.capture;

/** The one who is asked for the time; tests hand in their own. */
public interface Clock {
  /** The system's clocks. */
  Clock SYSTEM =
      new Clock() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }
      };

  /** Nanoseconds since some moment, never going back: for durations. */
  long monotonicNanos();
}
