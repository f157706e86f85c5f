package org.nxsight.analysis.causes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.nxsight.wire.Mixing;

/** A set of labels that never changes: a table of open addressing, a quarter full. */
final class LabelSet {
  private static final long SEED = Mixing.B;

  private final byte[][] places;

  private LabelSet(byte[][] places) {
    this.places = places;
  }

  /** The labels in a text, with white space between them. */
  static LabelSet of(String labels) {
    String[] each = labels.strip().split("\\s+", -1);
    byte[][] places = new byte[Integer.highestOneBit(4 * each.length)][];
    for (String label : each) {
      byte[] octets = label.getBytes(StandardCharsets.ISO_8859_1);
      int place = (int) Mixing.hash(octets, 0, octets.length, SEED) & (places.length - 1);
      while (places[place] != null) {
        place = place + 1 & (places.length - 1);
      }
      places[place] = octets;
    }
    return new LabelSet(places);
  }

  boolean contains(byte[] bytes, int offset, int octets) {
    int place = (int) Mixing.hash(bytes, offset, octets, SEED) & (places.length - 1);
    while (places[place] != null) {
      if (Arrays.equals(places[place], 0, places[place].length, bytes, offset, offset + octets)) {
        return true;
      }
      place = place + 1 & (places.length - 1);
    }
    return false;
  }
}
