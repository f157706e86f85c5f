package org.nxsight.channels.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.protobuf.ByteRange;

/**
 * The watches of all subscribers to a channel in one table by their hash, so that a record costs a
 * look for each of its labels, for each length of prefixes watched and for each of its numbers,
 * however many subscribers there are. For the publisher's thread alone, since its looks share
 * memory.
 */
final class WatchIndex {
  /** Kinds of names have a place for whole names and one for suffixes. */
  private static final int PLACES = 2 * WatchKind.values().length;

  /** A hash of an address prefix covers its 16 octets and its length. */
  private static final int PREFIX_OCTETS = 17;

  private final @Nullable Entry[] table;
  private final long seed;
  private final boolean[] watched = new boolean[PLACES];
  private final int[] lengths4;
  private final int[] lengths16;
  private final int[] unconditional;
  private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
  private final byte[] prefix = new byte[PREFIX_OCTETS];
  private final byte[] number = new byte[Integer.BYTES];

  /** A key that is watched, and by whom. */
  private static final class Entry {
    private final long hash;
    private final byte[] key;
    private int[] subscribers = new int[0];

    Entry(long hash, byte[] key) {
      this.hash = hash;
      this.key = key;
    }

    void add(int subscriber) {
      subscribers = Arrays.copyOf(subscribers, subscribers.length + 1);
      subscribers[subscribers.length - 1] = subscriber;
    }
  }

  /**
   * @param watches of each subscriber; one without any gets every record
   * @param seed any secret number, so that nobody can make many fall together
   */
  WatchIndex(List<List<Watch>> watches, long seed) {
    this.seed = seed;
    int count = watches.stream().mapToInt(List::size).sum();
    table = new @Nullable Entry[Integer.highestOneBit(Math.max(8, 4 * count))];
    TreeSet<Integer> four = new TreeSet<>();
    TreeSet<Integer> sixteen = new TreeSet<>();
    List<Integer> all = new ArrayList<>();
    for (int subscriber = 0; subscriber < watches.size(); subscriber++) {
      if (watches.get(subscriber).isEmpty()) {
        all.add(subscriber);
      }
      for (Watch watch : watches.get(subscriber)) {
        add(watch, subscriber);
        if (watch.kind() == WatchKind.IP) {
          int octets = watch.key().length - 1;
          (octets == 4 ? four : sixteen).add(Bytes.u8(watch.key(), octets));
        }
      }
    }
    lengths4 = longestFirst(four);
    lengths16 = longestFirst(sixteen);
    unconditional = all.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] longestFirst(NavigableSet<Integer> lengths) {
    return lengths.descendingSet().stream().mapToInt(Integer::intValue).toArray();
  }

  private void add(Watch watch, int subscriber) {
    int place = place(watch.kind(), watch.isBelow());
    byte[] key = watch.key();
    long hash = hash(place, key, 0, key.length);
    int slot = slot(hash, key, 0, key.length);
    Entry entry = table[slot];
    if (entry == null) {
      entry = new Entry(hash, key);
      table[slot] = entry;
    }
    entry.add(subscriber);
    watched[place] = true;
  }

  private static int place(WatchKind kind, boolean below) {
    return 2 * kind.ordinal() + (below ? 1 : 0);
  }

  /** Whether anybody watches the owners of SOAs. */
  boolean wantsSoa() {
    return watched[place(WatchKind.SOA, false)] || watched[place(WatchKind.SOA, true)];
  }

  /** Adds who watches a record. */
  void match(WatchedFields fields, Matches matches) {
    matches.addAll(unconditional);
    matchName(WatchKind.DNS, fields.name, matches);
    matchName(WatchKind.SOA, fields.soa, matches);
    matchNumber(WatchKind.RCODE, fields.rcode, matches);
    matchNumber(WatchKind.QTYPE, fields.qtype, matches);
    matchNumber(WatchKind.CAUSE, fields.cause, matches);
    if (watched[place(WatchKind.IP, false)]) {
      for (int i = 0; i < fields.addresses.count(); i++) {
        matchAddress(
            fields.addresses.bytes(i),
            fields.addresses.offset(i),
            fields.addresses.length(i),
            matches);
      }
    }
  }

  private void matchName(WatchKind kind, ByteRange range, Matches matches) {
    int whole = place(kind, false);
    int suffix = place(kind, true);
    int octets = range.length();
    if (octets == 0 || octets > name.length || !(watched[whole] || watched[suffix])) {
      return;
    }
    System.arraycopy(range.bytes(), range.offset(), name, 0, octets);
    DnsNames.lowerCase(name, 0, octets);
    if (watched[whole]) {
      look(whole, name, 0, octets, matches);
    }
    if (watched[suffix]) {
      for (int at = 0; at < octets; at += 1 + Bytes.u8(name, at)) {
        look(suffix, name, at, octets - at, matches);
      }
    }
  }

  private void matchNumber(WatchKind kind, int value, Matches matches) {
    int place = place(kind, false);
    if (watched[place] && value != WatchedFields.NONE) {
      Bytes.put32(number, 0, value);
      look(place, number, 0, number.length, matches);
    }
  }

  private void matchAddress(byte[] bytes, int offset, int octets, Matches matches) {
    if (octets != 4 && octets != 16) {
      return;
    }
    System.arraycopy(bytes, offset, prefix, 0, octets);
    for (int length : octets == 4 ? lengths4 : lengths16) {
      Watch.keepBits(prefix, octets, length);
      prefix[octets] = (byte) length;
      look(place(WatchKind.IP, false), prefix, 0, octets + 1, matches);
    }
  }

  private void look(int place, byte[] bytes, int offset, int octets, Matches matches) {
    Entry entry = table[slot(hash(place, bytes, offset, octets), bytes, offset, octets)];
    if (entry != null) {
      matches.addAll(entry.subscribers);
    }
  }

  private long hash(int place, byte[] bytes, int offset, int octets) {
    return Mixing.hash(bytes, offset, octets, seed + place * Mixing.A);
  }

  /** Where a key stands, or else where it would; a quarter of the places is taken at most. */
  private int slot(long hash, byte[] bytes, int offset, int octets) {
    int slot = (int) (hash >>> 32) & (table.length - 1);
    for (Entry entry = table[slot]; entry != null; entry = table[slot]) {
      if (entry.hash == hash
          && Arrays.equals(entry.key, 0, entry.key.length, bytes, offset, offset + octets)) {
        return slot;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
