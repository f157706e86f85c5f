package org.nxsight.analysis.dga;

/**
 * A set of words as a Bloom filter (Bloom, CACM 13(7), 1970) with {@link #PROBES} probes: some
 * 45,000 words in 64 KiB make about two false words in a hundred questions.
 *
 * <p>A word's hash grows with each of its letters, so that all words that begin at one letter of a
 * name are looked up in one walk.
 *
 * @param bits the filter, a power of two of longs
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody writes to them
public record WordFilter(long[] bits) {
  /** Shorter words are everywhere and say nothing. */
  public static final int MIN_WORD = 4;

  /** Longer words are not looked up. */
  public static final int MAX_WORD = 12;

  private static final int PROBES = 4;

  /** A filter without words. */
  public static WordFilter ofBits(int bits) {
    return new WordFilter(new long[bits / Long.SIZE]);
  }

  static final long EMPTY_WORD = 0x6a09e667f3bcc909L;

  /** The hash of a word one letter longer. */
  static long longer(long hash, int symbol) {
    return (hash ^ symbol) * 0x9e3779b97f4a7c15L;
  }

  /** The hash of a word in a..z. */
  public static long hash(String word) {
    long hash = EMPTY_WORD;
    for (int i = 0; i < word.length(); i++) {
      hash = longer(hash, Symbols.OF_OCTET[word.charAt(i) & 0xff]);
    }
    return hash;
  }

  /** Adds the word with this hash. */
  public void add(long hash) {
    long mixed = mixed(hash);
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(mixed, i);
      bits[bit >>> 6] |= 1L << bit;
    }
  }

  /** Whether the word with this hash was added, or seems so. */
  boolean mayContain(long hash) {
    long mixed = mixed(hash);
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(mixed, i);
      if ((bits[bit >>> 6] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  private int bit(long mixed, int probe) {
    int hash = (int) mixed + probe * (int) (mixed >>> 32 | 1);
    return hash & (bits.length * Long.SIZE - 1);
  }

  private static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    return mixed ^ mixed >>> 29;
  }
}
