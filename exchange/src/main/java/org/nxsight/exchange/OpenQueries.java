package org.nxsight.exchange;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.CapturedMessage;

/**
 * The queries that wait for their response: a hash table, at most half full, whose slots hold 32
 * bits of hash and a cell reference. Collisions go to the next slot; a removal moves later ones up
 * (Knuth, TAOCP 3, section 6.4, algorithm R), so that there are no tombstones. The table doubles
 * when it has to, so that it stays in the cache while few queries are open.
 *
 * <p>Cost: 16..32 octets of table and a cell of {@link QuerySlab} a query, and two or three cache
 * lines touched for each find, add and remove.
 */
final class OpenQueries {
  private static final int FIRST_SLOTS = 1 << 12;

  /**
   * The queries with the same six and different questions kept at most. No resolver has two; many
   * would make one long chain, and every look at it slow.
   */
  static final int MOST_ALIKE = 16;

  /** How many second chances are given before the oldest query goes whatever it promises. */
  private static final int MOST_SECOND_CHANCES = 32;

  private final int maxOpen;
  private final QuerySlab slab;
  private long[] slots = new long[FIRST_SLOTS];
  private int mask = FIRST_SLOTS - 1;
  private final QueryView candidate = new QueryView();
  private int size;
  private int alike;
  private int firstAlike;

  OpenQueries(int maxOpen) {
    this.maxOpen = maxOpen;
    slab = new QuerySlab(maxOpen);
  }

  int size() {
    return size;
  }

  /** Whether so many are open that some may have to make room soon. */
  boolean isCrowded() {
    return 2L * size > maxOpen;
  }

  /** Whether there is plenty of room again. */
  boolean isQuiet() {
    return 4L * size < maxOpen;
  }

  /** The memory that holds the queries, in octets. */
  long octets() {
    return slab.octets() + 8L * slots.length;
  }

  /** The open query that {@code response} answers by all nine, or {@link QuerySlab#NONE}. */
  int findAnswered(int hash, CapturedMessage response) {
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int ref = (int) slots[slot];
      if ((int) (slots[slot] >>> 32) == hash
          && slab.isAnsweredBy(ref, response)
          && slab.hasQuestionOf(ref, response.message())) {
        return ref;
      }
    }
    return QuerySlab.NONE;
  }

  /** The same by the six alone, for an error response that brings no question. */
  int findAnsweredBySix(int hash, CapturedMessage response) {
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int ref = (int) slots[slot];
      if ((int) (slots[slot] >>> 32) == hash && slab.isAnsweredBy(ref, response)) {
        return ref;
      }
    }
    return QuerySlab.NONE;
  }

  /** The open query of which {@code query} is another copy, or {@link QuerySlab#NONE}. */
  int findCopy(int hash, CapturedMessage query) {
    alike = 0;
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int ref = (int) slots[slot];
      if ((int) (slots[slot] >>> 32) == hash && slab.isCopyOf(ref, query)) {
        if (slab.hasQuestionOf(ref, query.message())) {
          return ref;
        }
        firstAlike = alike++ == 0 ? ref : firstAlike;
      }
    }
    return QuerySlab.NONE;
  }

  /** The same by the six alone, for a copy whose question is not known. */
  int findCopyBySix(int hash, CapturedMessage query) {
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int ref = (int) slots[slot];
      if ((int) (slots[slot] >>> 32) == hash && slab.isCopyOf(ref, query)) {
        return ref;
      }
    }
    return QuerySlab.NONE;
  }

  /**
   * The query that has to make room before one of so many octets fits, or NONE: the oldest of those
   * that promise nothing. Those that do are given a second chance once, and at most half of the
   * room.
   *
   * <p>To be asked after {@link #findCopy} found none, again and again until nothing is in the way.
   *
   * @param record what became of others like it, or null when nothing is known
   */
  int inTheWayOf(int datagramOctets, @Nullable TrackRecord record) {
    if (alike >= MOST_ALIKE) {
      alike = 0;
      return firstAlike;
    }
    int cellSize = QuerySlab.sizeFor(datagramOctets);
    boolean full = size >= maxOpen;
    if (!full && slab.hasRoom(cellSize)) {
      return QuerySlab.NONE;
    }
    for (int i = 0; record != null && i < MOST_SECOND_CHANCES; i++) {
      int ref = full ? slab.oldestYoung() : slab.oldestYoung(cellSize);
      if (ref == QuerySlab.NONE) {
        break;
      }
      slab.read(ref, candidate);
      if (!record.promises(candidate)) {
        return ref;
      }
      if (2 * slab.kept() >= maxOpen) {
        break;
      }
      slab.keep(ref);
    }
    return full ? slab.oldest() : slab.oldest(cellSize);
  }

  /** Adds a query that nothing is in the way of. */
  void add(int hash, CapturedMessage query) {
    int cellSize = QuerySlab.sizeFor(query.datagram().length());
    if (!slab.hasRoom(cellSize)) {
      throw new IllegalStateException("something is in the way");
    }
    int ref = slab.take(cellSize);
    slab.write(ref, hash, query);
    slab.append(ref);
    if (2 * ++size > slots.length) {
      doubleSlots();
    }
    put(((long) hash << 32) | (ref & 0xffff_ffffL));
  }

  private void doubleSlots() {
    long[] before = slots;
    slots = new long[2 * before.length];
    mask = slots.length - 1;
    for (long entry : before) {
      if (entry != 0) {
        put(entry);
      }
    }
  }

  private void put(long entry) {
    int slot = (int) (entry >>> 32) & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = entry;
  }

  /** The query that has been open longest, or {@link QuerySlab#NONE}. */
  int oldest() {
    return slab.oldest();
  }

  /** When the query was captured. */
  long nanos(int ref) {
    return slab.nanos(ref);
  }

  /** Points a view at a query; good until the next {@link #add}. */
  void read(int ref, QueryView query) {
    slab.read(ref, query);
  }

  /** Removes a query; a view of it stays good until the next {@link #add}. */
  void remove(int ref) {
    int hash = slab.hash(ref);
    int slot = hash & mask;
    while ((int) slots[slot] != ref) {
      slot = (slot + 1) & mask;
    }
    int hole = slot;
    for (int next = (slot + 1) & mask; slots[next] != 0; next = (next + 1) & mask) {
      int home = (int) (slots[next] >>> 32) & mask;
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        slots[hole] = slots[next];
        hole = next;
      }
    }
    slots[hole] = 0;
    slab.release(ref);
    size--;
  }
}
