package org.nxsight.analysis.typo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.NameText;

/**
 * The registrable domains that are answered most, in a table of fixed size: Space-Saving (Metwally
 * and others, 2005), sixteen places at a time.
 *
 * <p>A domain's hash says which sixteen places it may take. When all are taken it takes over the
 * place of the one counted least, and that count as its possible error; a domain with more than a
 * sixteenth of its places' questions is always there. It takes 1.2 MB.
 */
public final class PopularNames {
  static final int WAYS = 16;
  static final int BUCKETS = 1024;
  static final int PLACES = WAYS * BUCKETS;

  /** Longer domains are not counted: nobody types them. */
  static final int MAX_OCTETS = 63;

  private static final int NAME_OCTETS = MAX_OCTETS + 1;
  private static final byte VERSION = 1;

  private final byte[] names = new byte[PLACES * NAME_OCTETS];
  private final int[] counts = new int[PLACES];
  private final int[] errors = new int[PLACES];

  /**
   * Counts an answer with a name that exists, in wire form and lower case.
   *
   * @param registrable where its registrable domain starts; -1 when it is a suffix
   */
  public void onRecord(byte[] qname, int registrable) {
    if (registrable < 0) {
      return;
    }
    int end = registrable;
    while (qname[end] != 0) {
      end += 1 + qname[end];
    }
    int length = end + 1 - registrable;
    if (length <= MAX_OCTETS) {
      count(qname, registrable, length, 1, 0);
    }
  }

  private void count(byte[] octets, int offset, int length, int more, int error) {
    int first = first(octets, offset, length);
    int least = first;
    for (int place = first; place < first + WAYS; place++) {
      if (holds(place, octets, offset, length)) {
        add(place, more, error);
        return;
      }
      least = counts[place] < counts[least] ? place : least;
    }
    errors[least] = counts[least];
    names[least * NAME_OCTETS] = (byte) length;
    System.arraycopy(octets, offset, names, least * NAME_OCTETS + 1, length);
    add(least, more, error);
  }

  private void add(int place, int more, int error) {
    counts[place] = (int) Math.min((long) counts[place] + more, Integer.MAX_VALUE);
    errors[place] = (int) Math.min((long) errors[place] + error, Integer.MAX_VALUE);
  }

  private boolean holds(int place, byte[] octets, int offset, int length) {
    int at = place * NAME_OCTETS;
    return names[at] == length && Bytes.equal(names, at + 1, octets, offset, length);
  }

  private static int first(byte[] octets, int offset, int length) {
    int hash = length;
    for (int at = offset; at < offset + length; at++) {
      hash = (hash ^ octets[at]) * 0x01000193;
    }
    return (((hash ^ (hash >>> 15)) * 0x85ebca6b) >>> 22) * WAYS;
  }

  /** Halves all counts, so that what was popular long ago gives way; for once a day. */
  public void age() {
    for (int place = 0; place < PLACES; place++) {
      counts[place] /= 2;
      errors[place] /= 2;
    }
  }

  /**
   * Adds the most popular to the targets, ranked from a rank on.
   *
   * @param most how many at most
   * @param leastCount how often one must have been counted, its possible error left out
   * @param firstRank the rank of the most popular one
   */
  public void addTo(Targets targets, int most, int leastCount, int firstRank) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      if (names[place * NAME_OCTETS] != 0 && sure(place) >= leastCount) {
        places.add(place);
      }
    }
    places.sort(Comparator.comparingInt(this::sure).reversed());
    int rank = firstRank;
    for (int place : places.subList(0, Math.min(most, places.size()))) {
      StringBuilder name = new StringBuilder();
      int at = place * NAME_OCTETS;
      NameText.append(name, names, at + 1, names[at]);
      targets.add(name.toString(), rank++, Target.TRAFFIC);
    }
  }

  private int sure(int place) {
    return counts[place] - errors[place];
  }

  /** All that it holds, for {@link #restore}. */
  public byte[] snapshot() {
    ByteBuffer out = ByteBuffer.allocate(octets()).put(VERSION).put(names);
    out.asIntBuffer().put(counts).put(errors);
    return out.array();
  }

  /**
   * Takes over what a snapshot holds, and forgets what it held.
   *
   * @throws IllegalArgumentException if it is no snapshot of this version
   */
  public void restore(byte[] snapshot) {
    if (snapshot.length != octets() || snapshot[0] != VERSION) {
      throw new IllegalArgumentException("not a snapshot of popular names, version " + VERSION);
    }
    ByteBuffer in = ByteBuffer.wrap(snapshot, 1, snapshot.length - 1).get(names);
    in.asIntBuffer().get(counts).get(errors);
  }

  private int octets() {
    return 1 + names.length + Integer.BYTES * 2 * PLACES;
  }

  /** Counts what another one counted as well. */
  public void merge(PopularNames other) {
    for (int place = 0; place < PLACES; place++) {
      int at = place * NAME_OCTETS;
      if (other.names[at] != 0) {
        count(other.names, at + 1, other.names[at], other.counts[place], other.errors[place]);
      }
    }
  }

  /** Writes the names that it holds, fewer octets than a {@link #snapshot} while they are few. */
  public void write(DataOutput out) throws IOException {
    int used = 0;
    for (int place = 0; place < PLACES; place++) {
      used += names[place * NAME_OCTETS] == 0 ? 0 : 1;
    }
    out.writeInt(used);
    for (int place = 0; place < PLACES; place++) {
      int at = place * NAME_OCTETS;
      if (names[at] != 0) {
        out.writeByte(names[at]);
        out.write(names, at + 1, names[at]);
        out.writeInt(counts[place]);
        out.writeInt(errors[place]);
      }
    }
  }

  /** Counts what another one has written as well. */
  public void merge(DataInput in) throws IOException {
    byte[] name = new byte[NAME_OCTETS];
    for (int left = in.readInt(); left > 0; left--) {
      int length = in.readUnsignedByte();
      if (length == 0 || length > MAX_OCTETS) {
        throw new IOException("not popular names");
      }
      in.readFully(name, 0, length);
      count(name, 0, length, in.readInt(), in.readInt());
    }
  }

  /** Forgets everything. */
  public void clear() {
    Arrays.fill(names, (byte) 0);
    Arrays.fill(counts, 0);
    Arrays.fill(errors, 0);
  }
}
