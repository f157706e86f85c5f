package org.nxsight.channels.answers;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets of octets by a key, in bounded room: the key that was used longest ago goes first, and of a
 * full set the member that was added first.
 */
final class OctetSets {
  /** A key with its set, or a member, takes about 200 octets of objects and references. */
  private static final int ENTRY_OCTETS = 200;

  /** 32 kB; with 25,000 keys one of ten that are not there passes. */
  private static final int FILTER_SHIFT = 18;

  private final long[] filter = new long[(1 << FILTER_SHIFT) / Long.SIZE];
  private final long maxOctets;
  private final int maxMembers;
  private final LinkedHashMap<Octets, Set<Octets>> sets = new LinkedHashMap<>(64, 0.75f, true);
  private long octets;
  private long keysForgotten;
  private long membersForgotten;

  OctetSets(long maxOctets, int maxMembers) {
    this.maxOctets = maxOctets;
    this.maxMembers = maxMembers;
  }

  /** Whether there may be a key of this hash; when not, there is none. Old keys still count. */
  boolean mayHave(int hash) {
    int bit = bit(hash);
    return (filter[bit >> 6] & 1L << bit) != 0;
  }

  private static int bit(int hash) {
    return (hash * 0x9e3779b9) >>> (Integer.SIZE - FILTER_SHIFT);
  }

  /** The set of a key, which may be empty; null without one. */
  @Nullable Set<Octets> get(Octets key) {
    return sets.get(key);
  }

  /** The set of a key, which is made when there is none. */
  private Set<Octets> getOrMake(Octets key) {
    Set<Octets> set = sets.get(key);
    if (set == null) {
      set = new LinkedHashSet<>(4);
      sets.put(key, set);
      int bit = bit(key.hashCode());
      filter[bit >> 6] |= 1L << bit;
      octets += ENTRY_OCTETS + key.length();
    }
    return set;
  }

  /** Gives a key a set. */
  void addKey(Octets key) {
    getOrMake(key);
    forgetOldest();
  }

  /** Adds a member to a key's set. */
  void add(Octets key, Octets member) {
    Set<Octets> set = getOrMake(key);
    if (set.add(member)) {
      octets += ENTRY_OCTETS + member.length();
      if (set.size() > maxMembers) {
        Octets first = set.iterator().next();
        set.remove(first);
        octets -= ENTRY_OCTETS + first.length();
        membersForgotten++;
      }
      forgetOldest();
    }
  }

  private void forgetOldest() {
    Iterator<Map.Entry<Octets, Set<Octets>>> oldest = sets.entrySet().iterator();
    while (octets > maxOctets && oldest.hasNext()) {
      Map.Entry<Octets, Set<Octets>> entry = oldest.next();
      octets -= ENTRY_OCTETS + entry.getKey().length();
      for (Octets member : entry.getValue()) {
        octets -= ENTRY_OCTETS + member.length();
      }
      oldest.remove();
      keysForgotten++;
    }
  }

  /** The keys that had to go. */
  long keysForgotten() {
    return keysForgotten;
  }

  /** The members that had to go out of full sets. */
  long membersForgotten() {
    return membersForgotten;
  }
}
