package org.nxsight.bench.traffic;

import java.util.Arrays;

/** What is due later, earliest first: a binary heap of times, each with a number. */
final class Agenda {
  private long[] times = new long[1 << 16];
  private long[] numbers = new long[1 << 16];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** The earliest time; there must be one. */
  long nextNanos() {
    return times[0];
  }

  void add(long epochNanos, long number) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    int at = size++;
    while (at > 0 && times[(at - 1) >> 1] > epochNanos) {
      int parent = (at - 1) >> 1;
      times[at] = times[parent];
      numbers[at] = numbers[parent];
      at = parent;
    }
    times[at] = epochNanos;
    numbers[at] = number;
  }

  /** Takes out the earliest, and returns its number. */
  long remove() {
    long earliest = numbers[0];
    long time = times[--size];
    long number = numbers[size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && times[child + 1] < times[child]) {
        child++;
      }
      if (times[child] >= time) {
        break;
      }
      times[at] = times[child];
      numbers[at] = numbers[child];
      at = child;
    }
    times[at] = time;
    numbers[at] = number;
    return earliest;
  }
}
