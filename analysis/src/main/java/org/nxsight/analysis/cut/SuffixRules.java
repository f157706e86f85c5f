package org.nxsight.analysis.cut;

import com.google.thirdparty.publicsuffix.PublicSuffixPatterns;
import com.google.thirdparty.publicsuffix.PublicSuffixTrie;
import java.lang.reflect.Field;

/**
 * The rules of the public suffix list (publicsuffix.org) as Guava carries them, made into a tree.
 *
 * <p>Guava keeps them as a tree of its own in characters, of which it shows one question and not
 * the rules:
 *
 * <pre>
 *   node       | label's offset | first node below | flags |     three characters
 *   flags      | rule: 2 | wildcard: 2 | exception: 1 | nodes below: 11 |   bits, highest first
 *   rule, wildcard: 0 none, 1 ICANN section, 2 private section
 *   label      | length | characters... |                        in a pool of its own
 * </pre>
 *
 * <p>Labels that are not ASCII stand there beside their A-label and are left out here.
 */
final class SuffixRules {
  /** The bits of a value that say which section the rule that ends here is from. */
  static final int RULE = 3;

  /** How far the section of the rule {@code *.} below a node is shifted. */
  static final int WILDCARD_SHIFT = 2;

  /** Set when the name is an exception of a wildcard. */
  static final int EXCEPTION = 1 << 4;

  private static final int NODE_CHARACTERS = 3;
  private static final int NODES_BELOW = (1 << 11) - 1;

  private final CharSequence nodes;
  private final CharSequence pool;
  private final LabelTrie.Builder built = new LabelTrie.Builder();
  private final byte[] label = new byte[64];

  private SuffixRules() {
    nodes = field("trieData");
    pool = field("stringPool");
  }

  private static CharSequence field(String name) {
    try {
      Field field = PublicSuffixTrie.class.getDeclaredField(name);
      field.setAccessible(true);
      return (CharSequence) field.get(PublicSuffixPatterns.TRIE);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of Guava keeps its suffixes otherwise", e);
    }
  }

  /** A tree of all the rules, to which more names may be added. */
  static LabelTrie.Builder read() {
    SuffixRules rules = new SuffixRules();
    rules.readBelow(0, LabelTrie.ROOT, 1);
    return rules.built;
  }

  private void readBelow(int node, int to, int depth) {
    // A wildcard takes one label more.
    if (depth >= LastLabels.COUNT) {
      throw new IllegalStateException("a public suffix has more labels than are looked at");
    }
    int first = nodes.charAt(node * NODE_CHARACTERS + 1);
    int end = first + (nodes.charAt(node * NODE_CHARACTERS + 2) & NODES_BELOW);
    for (int below = first; below < end; below++) {
      if (readLabel(nodes.charAt(below * NODE_CHARACTERS))) {
        int added = built.addBelow(to, label, 0);
        built.put(added, value(nodes.charAt(below * NODE_CHARACTERS + 2)));
        readBelow(below, added, depth + 1);
      }
    }
  }

  private static int value(int flags) {
    int exception = ((flags >> 11) & 1) == 0 ? 0 : EXCEPTION;
    int wildcard = (flags >> 12) & RULE;
    int rule = (flags >> 14) & RULE;
    return rule | (wildcard << WILDCARD_SHIFT) | exception;
  }

  /** Whether the label at this offset of the pool is one in ASCII; it is read then. */
  private boolean readLabel(int at) {
    int length = pool.charAt(at);
    label[0] = (byte) length;
    for (int i = 1; i <= length; i++) {
      char c = pool.charAt(at + i);
      if (c > '~') {
        return false;
      }
      label[i] = (byte) c;
    }
    return true;
  }
}
