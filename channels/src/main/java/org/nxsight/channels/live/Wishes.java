package org.nxsight.channels.live;

import java.util.List;

/**
 * What a subscriber wants of a channel.
 *
 * @param watches any of which lets a record through; all records when there is none
 * @param sample which part of these, above 0 and at most 1
 * @param perSecond how many a second at most; 0 for no limit
 */
public record Wishes(List<Watch> watches, double sample, int perSecond) {
  /** Every record. */
  public static final Wishes EVERYTHING = new Wishes(List.of(), 1, 0);

  /** The most watches of one subscriber: as many as some 6 kB of a request line hold. */
  public static final int MOST_WATCHES = 256;

  /** The highest rate that means something: nobody reads so much. */
  public static final int MOST_A_SECOND = 1_000_000;

  /** Checks what was asked for. */
  public Wishes {
    watches = List.copyOf(watches);
    if (watches.size() > MOST_WATCHES) {
      throw new IllegalArgumentException("watch: at most " + MOST_WATCHES + " in one stream");
    }
    if (!(sample > 0 && sample <= 1)) {
      throw new IllegalArgumentException("sample: more than 0 and at most 1, as in 0.1");
    }
    if (perSecond < 0 || perSecond > MOST_A_SECOND) {
      throw new IllegalArgumentException("rate: 1 to " + MOST_A_SECOND + " records a second");
    }
  }
}
