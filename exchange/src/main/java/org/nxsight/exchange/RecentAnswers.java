package org.nxsight.exchange;

/**
 * A memory of which exchanges were answered lately, to tell one more copy of a response from one
 * that nobody asked for. It keeps the hash of the nine and the time in 65,536 places (1 MiB); a
 * later exchange that falls on the same place takes it, so that under heavy load a copy may pass
 * for unsolicited.
 */
final class RecentAnswers {
  private static final int PLACES = 1 << 16;

  private final long[] hashes = new long[PLACES];
  private final long[] nanos = new long[PLACES];

  void add(long hash, long responseNanos) {
    int place = place(hash);
    hashes[place] = hash;
    nanos[place] = responseNanos;
  }

  boolean contains(long hash, long atNanos, long withinNanos) {
    int place = place(hash);
    return hashes[place] == hash && atNanos - nanos[place] <= withinNanos;
  }

  private static int place(long hash) {
    return (int) hash & (PLACES - 1);
  }
}
