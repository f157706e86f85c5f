package org.nxsight.store.pdns;

/**
 * Which keys a file may have, so that a question for one key leaves out the files that have not.
 *
 * <p>A Bloom filter (Bloom, 1970) of 10 bits a key and 7 probes by double hashing (Kirsch and
 * Mitzenmacher, 2006): of a hundred keys that are not in the file, about one is taken for one that
 * is. No key that is in the file is ever missed.
 */
final class KeyFilter {
  static final int BITS_OF_KEY = 10;
  private static final int PROBES = 7;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long[] words;
  private final long bits;

  /** An empty one, for so many keys. */
  KeyFilter(long keys) {
    words = new long[Math.toIntExact(Math.max(1, keys * BITS_OF_KEY / Long.SIZE + 1))];
    bits = (long) words.length * Long.SIZE;
  }

  void add(String key) {
    long hash = hash(key);
    long step = step(hash);
    for (int i = 0; i < PROBES; i++, hash += step) {
      long bit = Long.remainderUnsigned(hash, bits);
      words[(int) (bit >>> 6)] |= 1L << bit;
    }
  }

  /** Whether the key may be in the file. */
  boolean mayHave(String key) {
    long hash = hash(key);
    long step = step(hash);
    for (int i = 0; i < PROBES; i++, hash += step) {
      long bit = Long.remainderUnsigned(hash, bits);
      if ((words[(int) (bit >>> 6)] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The octets it takes. */
  long octets() {
    return (long) words.length * Long.BYTES;
  }

  /** FNV-1a over the characters, its high bits mixed into the low ones (splitmix64). */
  private static long hash(String key) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }

  private static long step(long hash) {
    return Long.rotateLeft(hash, 32) | 1;
  }
}
