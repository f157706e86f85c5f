package org.nxsight.analysis.typo;

import java.util.Collection;
import org.nxsight.wire.Bytes;

/**
 * Well-known labels under their own hashes and under those of what one deletion makes of them.
 *
 * <p>A label that is looked up in the same ways meets all within one omission, insertion,
 * replacement or transposition (the deletion neighbourhood of Mor and Fraenkel, 1982); {@link
 * SingleEdit} then proves each. It takes about 20 octets a character of the labels. It is not
 * changed once made, and may be shared; each thread has its own {@link TypoMatch}.
 */
public final class TypoIndex {
  /** A number in the table with this bit is of a label that lost one character. */
  private static final int SHORTENED = 1 << 30;

  private final TargetLabels labels;
  private final HashTable table;
  private final HashTable skeletons;

  /** One of these targets. */
  public TypoIndex(Collection<Target> targets) {
    labels = new TargetLabels(targets);
    int entries = 0;
    for (int i = 0; i < labels.size(); i++) {
      entries += 1 + labels.pool()[labels.label(i)];
    }
    table = new HashTable(entries);
    skeletons = new HashTable(labels.size());
    RollingHash hash = new RollingHash();
    Skeleton skeleton = new Skeleton();
    for (int i = 0; i < labels.size(); i++) {
      put(i, hash, skeleton);
    }
  }

  private void put(int label, RollingHash hash, Skeleton skeleton) {
    byte[] pool = labels.pool();
    int from = labels.label(label) + 1;
    int length = pool[from - 1];
    hash.read(pool, from, length);
    table.put(hash.whole(), label + 1);
    for (int i = 0; i < length; i++) {
      if (i == 0 || pool[from + i] != pool[from + i - 1]) {
        table.put(hash.without(i), (label + 1) | SHORTENED);
      }
    }
    if (skeleton.read(pool, from, length)) {
      hash.read(skeleton.octets(), 0, skeleton.length());
      skeletons.put(hash.whole(), label + 1);
    }
  }

  TargetLabels labels() {
    return labels;
  }

  /** Labels as they are and shortened. */
  HashTable table() {
    return table;
  }

  /** Labels by what they look like. */
  HashTable skeletons() {
    return skeletons;
  }

  /** Whether a number of the table is of a label that lost one character. */
  static boolean isShortened(int number) {
    return (number & SHORTENED) != 0;
  }

  /** The label of a number of a table. */
  static int label(int number) {
    return (number & ~SHORTENED) - 1;
  }

  /** The label with these octets and this hash; -1 when it is none of them. */
  int find(long hash, byte[] octets, int from, int length) {
    byte[] pool = labels.pool();
    for (int place = table.first(hash); place >= 0; place = table.next(place, hash)) {
      int number = table.number(place);
      if (!isShortened(number)) {
        int at = labels.label(label(number));
        if (pool[at] == length && Bytes.equal(pool, at + 1, octets, from, length)) {
          return label(number);
        }
      }
    }
    return -1;
  }

  /** How many targets it has under how many suffixes. */
  public int size() {
    return labels.firstTarget(labels.size());
  }

  /** What it takes, the targets' own text left out. */
  public int octets() {
    return table.octets() + skeletons.octets() + labels.octets();
  }
}
