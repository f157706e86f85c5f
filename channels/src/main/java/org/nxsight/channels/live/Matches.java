package org.nxsight.channels.live;

/** The subscribers a record goes to, each once however many of its watches let it through. */
final class Matches {
  private final int[] found;
  private final int[] rounds;
  private int round;
  private int count;

  /**
   * @param subscribers how many there are
   */
  Matches(int subscribers) {
    found = new int[subscribers];
    rounds = new int[subscribers];
  }

  /** Begins another record. */
  void clear() {
    round++;
    count = 0;
  }

  void addAll(int[] subscribers) {
    for (int subscriber : subscribers) {
      if (rounds[subscriber] != round) {
        rounds[subscriber] = round;
        found[count++] = subscriber;
      }
    }
  }

  int count() {
    return count;
  }

  int subscriber(int index) {
    return found[index];
  }
}
