package org.nxsight.store.writing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.nxsight.channels.answers.Octets;

/**
 * Which names, below one name and in one minute, are a flood: the ones beyond the first {@link
 * #MAX_NAMES}. Names are told apart by 64-bit hashes.
 */
final class Floods {
  /** Names that stay rows of their own, below one name in one minute. */
  static final int MAX_NAMES = 10_000;

  /** A hash in a set half full, and a parent with its objects. */
  private static final int HASH_OCTETS = 16;

  private static final int PARENT_OCTETS = 200;

  /** Parents of which it is remembered across {@link #forgetNames} that they are flooded. */
  private static final int MAX_FLOODED = 65_536;

  private final int maxNames;
  private final Map<Parent, Names> parents = new HashMap<>();
  private final Set<Parent> flooded = new HashSet<>();
  private long octets;

  /** Ordered, so that equal hashes cost no long walks. */
  private record Parent(int minute, Octets name) implements Comparable<Parent> {
    @Override
    public int compareTo(Parent other) {
      int order = Integer.compare(minute, other.minute);
      return order != 0 ? order : name.compareTo(other.name);
    }
  }

  /** A set of hashes, of which 0 is none. */
  private static final class Names {
    private long[] hashes = new long[4];
    private int size;

    boolean contains(long hash) {
      int slot = (int) hash & (hashes.length - 1);
      while (hashes[slot] != 0 && hashes[slot] != hash) {
        slot = (slot + 1) & (hashes.length - 1);
      }
      return hashes[slot] == hash;
    }

    void add(long hash) {
      if (2 * ++size > hashes.length) {
        long[] old = hashes;
        hashes = new long[2 * old.length];
        Arrays.stream(old).filter(each -> each != 0).forEach(this::place);
      }
      place(hash);
    }

    private void place(long hash) {
      int slot = (int) hash & (hashes.length - 1);
      while (hashes[slot] != 0) {
        slot = (slot + 1) & (hashes.length - 1);
      }
      hashes[slot] = hash;
    }
  }

  Floods(int maxNames) {
    this.maxNames = maxNames;
  }

  /**
   * Whether the name of a failure that has no row yet is part of a flood.
   *
   * @param nameHash of the qname
   */
  boolean isFlood(int minute, byte[] bytes, int parent, int parentOctets, long nameHash) {
    Parent key = new Parent(minute, Octets.copyOf(bytes, parent, parentOctets));
    if (flooded.contains(key)) {
      return true;
    }
    Names names = parents.get(key);
    if (names == null) {
      names = new Names();
      parents.put(key, names);
      octets += PARENT_OCTETS + parentOctets;
    }
    long hash = nameHash == 0 ? 1 : nameHash;
    if (names.contains(hash)) {
      return false;
    }
    if (names.size >= maxNames) {
      return true;
    }
    names.add(hash);
    octets += HASH_OCTETS;
    return false;
  }

  /**
   * Forgets which names there were, since their rows have been written; but not what is flooded.
   *
   * @param beforeMinute what is older is forgotten altogether
   */
  void forgetNames(int beforeMinute) {
    parents.forEach((parent, names) -> {
      if (names.size >= maxNames && flooded.size() < MAX_FLOODED) {
        flooded.add(parent);
      }
    });
    flooded.removeIf(parent -> parent.minute < beforeMinute);
    parents.clear();
    octets = 0;
  }

  /** The octets of memory that are taken, about. */
  long octets() {
    return octets;
  }
}
