package org.nxsight.store.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;

/**
 * Failures of one dataset, counted by their keys: an open hash table over entries that lie one
 * behind the other in blocks of octets. An entry never moves and nothing is made for one that is
 * there already.
 *
 * <pre>
 *    0      8       16           24            32           40              48         52       54      56
 *   +------+-------+------------+-------------+------------+---------------+----------+--------+-------+-----
 *   | hash | count | mixed case | first       | last       | one resolver  | sketch   | key    | cause | key
 *   | i64  | i64   | i64        | micros, i64 | micros i64 | hash i64      | i32      | octets | u16   |
 *   |      |       |            |             |            |               |          | u16    |       |
 *   +------+-------+------------+-------------+------------+---------------+----------+--------+-------+-----
 * </pre>
 *
 * <p>sketch: 0 without a resolver, -1 with the one in "one resolver", otherwise the number of one
 * more than a sketch of many. cause: its number and 1; 0 when nobody looked for it.
 */
final class FailureTable {
  static final int HASH = 0;
  static final int COUNT = 8;
  static final int MIXED_CASE = 16;
  static final int FIRST = 24;
  static final int LAST = 32;
  static final int RESOLVER = 40;
  static final int SKETCH = 48;
  static final int KEY_OCTETS = 52;
  static final int CAUSE = 54;
  static final int KEY = 56;

  private static final Cause[] CAUSES = Cause.values();
  private static final int ONE_RESOLVER = -1;
  private static final int BLOCK_OCTETS = 1 << 20;
  private static final int BLOCK_SHIFT = 20 - 3;
  private static final int BLOCK_MASK = (1 << BLOCK_SHIFT) - 1;

  /** The table's slots, and what a sketch of several resolvers takes, about. */
  private static final int SLOT_OCTETS = 8;

  private static final int SKETCH_OCTETS = 32 * 8 + 64;

  private final long seed;
  private final List<byte[]> blocks = new ArrayList<>();
  private final List<Sketch> sketches = new ArrayList<>();

  /** An entry's place in units of 8 octets, plus 1. */
  private int[] slots = new int[1 << 10];

  private int entries;
  private int blockUsed = BLOCK_OCTETS;
  private long octets;

  FailureTable(long seed) {
    this.seed = seed;
  }

  /**
   * The entry of a key; -1 when there is none.
   *
   * @param hash of the key
   */
  int find(FailureKey key, long hash) {
    for (int slot = slot(hash); ; slot = (slot + 1) & (slots.length - 1)) {
      int entry = slots[slot] - 1;
      if (entry < 0 || isOf(entry, hash, key)) {
        return entry;
      }
    }
  }

  private boolean isOf(int entry, long hash, FailureKey key) {
    byte[] block = block(entry);
    int at = offset(entry);
    return Bytes.i64(block, at + HASH) == hash
        && Bytes.u16(block, at + KEY_OCTETS) == key.octets()
        && Bytes.equal(block, at + KEY, key.bytes(), 0, key.octets());
  }

  /** The hash of a key. */
  long hash(FailureKey key) {
    return Mixing.hash(key.bytes(), 0, key.octets(), seed);
  }

  private int slot(long hash) {
    return (int) (hash >>> 32) & (slots.length - 1);
  }

  /** Makes an entry for a key that has none; the cause is null when nobody looked for it. */
  int make(FailureKey key, long hash, @Nullable Cause cause) {
    int length = KEY + key.octets();
    if (blockUsed + length > BLOCK_OCTETS) {
      blocks.add(new byte[BLOCK_OCTETS]);
      blockUsed = 0;
    }
    byte[] block = blocks.getLast();
    int at = blockUsed;
    blockUsed += length;
    Bytes.put64(block, at + HASH, hash);
    Bytes.put64(block, at + FIRST, Long.MAX_VALUE);
    Bytes.put64(block, at + LAST, Long.MIN_VALUE);
    Bytes.put16(block, at + KEY_OCTETS, key.octets());
    Bytes.put16(block, at + CAUSE, cause == null ? 0 : cause.ordinal() + 1);
    System.arraycopy(key.bytes(), 0, block, at + KEY, key.octets());
    int entry = (blocks.size() - 1) << BLOCK_SHIFT | at >> 3;
    if (++entries > slots.length / 2) {
      grow();
    }
    place(hash, entry);
    octets += length + SLOT_OCTETS;
    return entry;
  }

  private void place(long hash, int entry) {
    int slot = slot(hash);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = entry + 1;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[2 * old.length];
    for (int each : old) {
      if (each != 0) {
        place(Bytes.i64(block(each - 1), offset(each - 1) + HASH), each - 1);
      }
    }
  }

  /** Counts an exchange. */
  void count(int entry, long epochMicros, boolean mixedCase) {
    byte[] block = block(entry);
    int at = offset(entry);
    Bytes.put64(block, at + COUNT, Bytes.i64(block, at + COUNT) + 1);
    if (mixedCase) {
      Bytes.put64(block, at + MIXED_CASE, Bytes.i64(block, at + MIXED_CASE) + 1);
    }
    Bytes.put64(block, at + FIRST, Math.min(Bytes.i64(block, at + FIRST), epochMicros));
    Bytes.put64(block, at + LAST, Math.max(Bytes.i64(block, at + LAST), epochMicros));
  }

  /** Counts a resolver. */
  void addResolver(int entry, long hash) {
    byte[] block = block(entry);
    int at = offset(entry);
    int sketch = Bytes.i32(block, at + SKETCH);
    if (sketch == 0) {
      Bytes.put64(block, at + RESOLVER, hash);
      Bytes.put32(block, at + SKETCH, ONE_RESOLVER);
    } else if (sketch != ONE_RESOLVER) {
      sketches.get(sketch - 1).add(hash);
    } else if (Bytes.i64(block, at + RESOLVER) != hash) {
      Sketch many = new Sketch();
      many.add(Bytes.i64(block, at + RESOLVER));
      many.add(hash);
      sketches.add(many);
      Bytes.put32(block, at + SKETCH, sketches.size());
      octets += SKETCH_OCTETS;
    }
  }

  /** The resolvers of an entry; null without any. */
  @Nullable Sketch resolvers(int entry) {
    byte[] block = block(entry);
    int sketch = Bytes.i32(block, offset(entry) + SKETCH);
    if (sketch > 0) {
      return sketches.get(sketch - 1);
    }
    if (sketch == 0) {
      return null;
    }
    Sketch one = new Sketch();
    one.add(Bytes.i64(block, offset(entry) + RESOLVER));
    return one;
  }

  /** The cause of an entry; null when nobody looked for it. */
  @Nullable Cause cause(int entry) {
    int number = Bytes.u16(block(entry), offset(entry) + CAUSE);
    return number == 0 ? null : CAUSES[number - 1];
  }

  /** The block that an entry lies in. */
  byte[] block(int entry) {
    return blocks.get(entry >>> BLOCK_SHIFT);
  }

  /** Where in its block an entry starts. */
  int offset(int entry) {
    return (entry & BLOCK_MASK) << 3;
  }

  /** All the entries, in no order. */
  int[] entries() {
    return Arrays.stream(slots).filter(each -> each != 0).map(each -> each - 1).toArray();
  }

  /** The octets of memory that are taken, about. */
  long octets() {
    return octets;
  }
}
