package org.nxsight.analysis.cut;

import com.google.thirdparty.publicsuffix.PublicSuffixPatterns;
import com.google.thirdparty.publicsuffix.PublicSuffixTrie;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Every name in Guava's tree of suffixes, as text without the dot at the end. */
final class SuffixNames {
  private final List<String> names = new ArrayList<>();
  private final CharSequence nodes;
  private final CharSequence pool;

  private SuffixNames(CharSequence nodes, CharSequence pool) {
    this.nodes = nodes;
    this.pool = pool;
  }

  static List<String> all() {
    SuffixNames read = new SuffixNames(field("trieData"), field("stringPool"));
    read.readBelow(0, "");
    return read.names;
  }

  private static CharSequence field(String name) {
    try {
      Field field = PublicSuffixTrie.class.getDeclaredField(name);
      field.setAccessible(true);
      return (CharSequence) field.get(PublicSuffixPatterns.TRIE);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private void readBelow(int node, String right) {
    int first = nodes.charAt(3 * node + 1);
    for (int i = first; i < first + (nodes.charAt(3 * node + 2) & 0x7ff); i++) {
      StringBuilder label = new StringBuilder();
      int at = nodes.charAt(3 * i);
      for (int c = 1; c <= pool.charAt(at); c++) {
        label.append(pool.charAt(at + c));
      }
      if (label.chars().allMatch(c -> c < 0x80)) {
        String name = right.isEmpty() ? label.toString() : label + "." + right;
        names.add(name);
        readBelow(i, name);
      }
    }
  }
}
