package org.nxsight.analysis.typo;

import org.nxsight.wire.Bytes;

/** Finds targets whose label is one edit from another label, or looks the same. It is reused. */
final class Edits {
  private static final float HOMOGLYPH_COST = 0.3f;

  private final TypoIndex index;
  private final TargetLabels labels;
  private final TypoMatch match;
  private final RollingHash look = new RollingHash();
  private final SingleEdit edit = new SingleEdit();
  private final Skeleton typed = new Skeleton();
  private final Skeleton meant = new Skeleton();

  Edits(TypoIndex index, TypoMatch match) {
    this.index = index;
    this.match = match;
    labels = index.labels();
  }

  /** Looks up a label, with its hash, that is none of the targets'. */
  void read(RollingHash hash, byte[] octets, int from, int length) {
    // What is left of a target when a character is omitted.
    find(hash.whole(), octets, from, length, true);
    for (int i = 0; i < length; i++) {
      if (i == 0 || octets[from + i] != octets[from + i - 1]) {
        find(hash.without(i), octets, from, length, false);
      }
    }
    if (typed.read(octets, from, length)) {
      lookAlike();
    }
  }

  private void find(long key, byte[] octets, int from, int length, boolean shortenedOnly) {
    HashTable table = index.table();
    for (int place = table.first(key); place >= 0; place = table.next(place, key)) {
      int number = table.number(place);
      if (TypoIndex.isShortened(number) || !shortenedOnly) {
        int label = TypoIndex.label(number);
        int at = labels.label(label);
        byte[] pool = labels.pool();
        if (edit.read(octets, from, length, pool, at + 1, pool[at])) {
          TypoClass kind = edit.kind();
          if (kind != null) {
            match.offer(label, kind, edit.cost(), TypoMatch.MIN_OCTETS);
          }
        }
      }
    }
  }

  private void lookAlike() {
    look.read(typed.octets(), 0, typed.length());
    long key = look.whole();
    HashTable table = index.skeletons();
    byte[] pool = labels.pool();
    for (int place = table.first(key); place >= 0; place = table.next(place, key)) {
      int label = TypoIndex.label(table.number(place));
      int at = labels.label(label);
      meant.read(pool, at + 1, pool[at]);
      if (meant.length() == typed.length()
          && Bytes.equal(meant.octets(), 0, typed.octets(), 0, typed.length())) {
        match.offer(label, TypoClass.HOMOGLYPH, HOMOGLYPH_COST, TypoMatch.MIN_OCTETS);
      }
    }
  }
}
