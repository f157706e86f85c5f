package org.nxsight.analysis.causes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nxsight.wire.Mixing;

/**
 * A set of labels, or of names, that never changes: a table of open addressing, half full at most.
 */
final class LabelSet {
  private static final long SEED = Mixing.B;

  /** Stands where there is none: no label is empty. */
  private static final byte[] FREE = {};

  private final byte[][] places;

  private LabelSet(byte[][] places) {
    this.places = places;
  }

  /** The labels in a text, with white space between them. */
  static LabelSet of(String labels) {
    List<byte[]> each = new ArrayList<>();
    for (String label : labels.strip().split("\\s+", -1)) {
      each.add(label.getBytes(StandardCharsets.ISO_8859_1));
    }
    return of(each);
  }

  /** These strings of octets. */
  static LabelSet of(List<byte[]> each) {
    byte[][] places = new byte[Integer.highestOneBit(Math.max(2, 4 * each.size()))][];
    Arrays.fill(places, FREE);
    for (byte[] octets : each) {
      int place = (int) Mixing.hash(octets, 0, octets.length, SEED) & (places.length - 1);
      while (places[place].length > 0) {
        place = place + 1 & (places.length - 1);
      }
      places[place] = octets;
    }
    return new LabelSet(places);
  }

  boolean contains(byte[] bytes, int offset, int octets) {
    int place = (int) Mixing.hash(bytes, offset, octets, SEED) & (places.length - 1);
    for (byte[] found = places[place]; found.length > 0; found = places[place]) {
      if (Arrays.equals(found, 0, found.length, bytes, offset, offset + octets)) {
        return true;
      }
      place = place + 1 & (places.length - 1);
    }
    return false;
  }
}
