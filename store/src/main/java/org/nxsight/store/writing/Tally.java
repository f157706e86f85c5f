package org.nxsight.store.writing;

import java.util.ArrayList;
import java.util.List;

/** What a key has been counted in one bucket of time. */
final class Tally {
  /** Names that are kept of a key: those with the most frequent rows. */
  static final int MAX_SAMPLES = 3;

  private final Sketch names = new Sketch();
  private final List<Sample> samples = new ArrayList<>(0);
  private long count;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  private record Sample(String name, long count) {}

  /** Counts a row of failures. */
  void add(long rowCount, long rowFirst, long rowLast) {
    count += rowCount;
    first = Math.min(first, rowFirst);
    last = Math.max(last, rowLast);
  }

  /** The different names. */
  Sketch names() {
    return names;
  }

  long count() {
    return count;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /** Whether a name with a row of this count would be kept. */
  boolean takesSample(long rowCount) {
    return samples.size() < MAX_SAMPLES || rowCount > samples.getLast().count;
  }

  /** Keeps a name, in the place of that with the lowest count. */
  void addSample(String name, long rowCount) {
    if (samples.stream().anyMatch(each -> each.name.equals(name))) {
      return;
    }
    if (samples.size() == MAX_SAMPLES) {
      samples.removeLast();
    }
    int at = samples.size();
    while (at > 0 && samples.get(at - 1).count < rowCount) {
      at--;
    }
    samples.add(at, new Sample(name, rowCount));
  }

  /** The names that were kept, the most frequent first. */
  List<String> samples() {
    return samples.stream().map(Sample::name).toList();
  }
}
