package org.nxsight.analysis.typo;

import java.nio.charset.StandardCharsets;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.cut.TopLevelDomains;

/**
 * Finds targets that a name has in it whole, with a dot missing, {@code www} glued on, another
 * top-level domain, or {@code es} at the end. It is reused.
 */
final class Rewrites {
  /** Targets this short are only found where nothing else can be meant. */
  private static final int SHORT_OCTETS = 3;

  private static final float COST = 0.2f;
  private static final float UNLIKELY_COST = 0.4f;
  private static final int MAX_LABEL_OCTETS = 63;

  /** How many labels left of the registrable domain are looked at for a whole one. */
  private static final int MAX_HOSTS = 3;

  private static final byte[][] WWW = octets("www", "www-", "wwww", "ww");
  private static final byte[][] HOSTS =
      octets("mail", "webmail", "smtp", "imap", "pop", "login", "m");

  private final TypoIndex index;
  private final TargetLabels labels;
  private final TypoMatch match;
  private final RollingHash hash = new RollingHash();
  private final byte[] longer = new byte[MAX_LABEL_OCTETS + 2];

  Rewrites(TypoIndex index, TypoMatch match) {
    this.index = index;
    this.match = match;
    labels = index.labels();
  }

  private static byte[][] octets(String... texts) {
    byte[][] all = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      all[i] = texts[i].getBytes(StandardCharsets.US_ASCII);
    }
    return all;
  }

  /**
   * Looks left of the registrable domain for a whole target label, with an end that is nearly its
   * own or has one label more.
   */
  void readHosts(byte[] name, int offset, int registrable, boolean delegated) {
    int at = offset;
    for (int labels = count(name, offset, registrable); labels > 0; labels--) {
      int length = name[at];
      int rest = at + 1 + length;
      if (labels <= MAX_HOSTS) {
        hash.read(name, at + 1, length);
        int label = index.find(hash.whole(), name, at + 1, length);
        if (label >= 0) {
          readEnd(name, label, rest, true, !delegated, delegated);
        }
      }
      at = rest;
    }
  }

  private static int count(byte[] name, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at += 1 + name[at]) {
      count++;
    }
    return count;
  }

  /** Looks at the suffix of a registrable domain whose label is a target's. */
  void readEnd(byte[] name, int label, int suffix, boolean delegated) {
    // com.br is a registry's, and its names are meant; com.de is somebody's domain.
    boolean mayBeDoubled = PublicSuffixes.icannSuffixOffset(name, suffix) != suffix;
    readEnd(name, label, suffix, mayBeDoubled, true, delegated);
  }

  private void readEnd(
      byte[] name,
      int label,
      int rest,
      boolean mayBeDoubled,
      boolean mayBeNear,
      boolean delegated) {
    int length = labels.pool()[labels.label(label)];
    // Where the end exists, a short label is a name of its own.
    boolean counts = length >= (delegated ? TypoMatch.MIN_OCTETS : SHORT_OCTETS);
    for (int i = labels.firstTarget(label); counts && i < labels.firstTarget(label + 1); i++) {
      Target target = labels.target(i);
      if (length >= TypoMatch.LONG_OCTETS || target.rank() <= Target.TOP_RANK) {
        if (mayBeDoubled && isDoubled(name, rest, labels.suffix(i))) {
          match.take(target, TypoClass.TLD_DOUBLED, COST);
        } else if (mayBeNear && match.relation(rest, i) == SuffixSlip.NEAR) {
          match.take(target, TypoClass.TLD_WRONG, COST);
        }
      }
    }
  }

  /** Looks for targets in the label of a registrable domain. */
  void readLabel(RollingHash whole, byte[] name, int registrable) {
    missingDot(whole, name, registrable);
    glued(name, registrable, WWW, TypoClass.WWW_GLUED, COST, SHORT_OCTETS);
    glued(name, registrable, HOSTS, TypoClass.MISSING_DOT, UNLIKELY_COST, TypoMatch.LONG_OCTETS);
    plural(whole, name, registrable);
  }

  /** Whether the name at an offset is a suffix and one more delegated label. */
  private boolean isDoubled(byte[] name, int rest, int suffix) {
    byte[] pool = labels.pool();
    int at = rest;
    int poolAt = suffix;
    while (pool[poolAt] != 0) {
      int length = 1 + pool[poolAt];
      for (int i = 0; i < length; i++) {
        if (name[at + i] != pool[poolAt + i]) {
          return false;
        }
      }
      at += length;
      poolAt += length;
    }
    return name[at] != 0 && name[at + 1 + name[at]] == 0 && TopLevelDomains.isDelegated(name, at);
  }

  /**
   * A label, with its hash, that is a target's and its suffix: {@code googlecom}, or {@code
   * google-com} and {@code google,com} with something else for the dot.
   */
  void missingDot(RollingHash whole, byte[] name, int at) {
    int from = at + 1;
    int length = name[at];
    // The longest that is looked for is co.uk without its dot.
    for (int tail = 2; tail <= 4 && length - tail >= SHORT_OCTETS; tail++) {
      int head = length - tail - (isLetterOrDigit(name[from + length - tail - 1]) ? 0 : 1);
      int label = index.find(whole.first(head), name, from, head);
      if (label >= 0) {
        missingDot(name, from + length - tail, tail, label);
      }
    }
  }

  private static boolean isLetterOrDigit(byte octet) {
    return (octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9');
  }

  private void missingDot(byte[] name, int tail, int tailLength, int label) {
    for (int i = labels.firstTarget(label); i < labels.firstTarget(label + 1); i++) {
      Target target = labels.target(i);
      boolean counts =
          target.rank() <= Target.TOP_RANK
              || labels.pool()[labels.label(label)] >= TypoMatch.LONG_OCTETS;
      if (counts && isSuffix(name, tail, tailLength, labels.suffix(i))) {
        match.take(target, TypoClass.MISSING_DOT, COST);
      }
    }
  }

  /** Whether octets are a suffix without its dots. */
  private boolean isSuffix(byte[] name, int tail, int tailLength, int suffix) {
    byte[] pool = labels.pool();
    int at = 0;
    for (int label = suffix; pool[label] != 0; label += 1 + pool[label]) {
      for (int i = 1; i <= pool[label]; i++, at++) {
        if (at >= tailLength || name[tail + at] != pool[label + i]) {
          return false;
        }
      }
    }
    return at == tailLength;
  }

  private void glued(
      byte[] name, int at, byte[][] fronts, TypoClass kind, float cost, int minOctets) {
    int length = name[at];
    for (byte[] front : fronts) {
      if (length > front.length && startsWith(name, at + 1, front)) {
        hash.read(name, at + 1 + front.length, length - front.length);
        int label = index.find(hash.whole(), name, at + 1 + front.length, length - front.length);
        if (label >= 0) {
          match.offer(label, kind, cost, minOctets);
        }
      }
    }
  }

  private static boolean startsWith(byte[] name, int from, byte[] front) {
    for (int i = 0; i < front.length; i++) {
      if (name[from + i] != front[i]) {
        return false;
      }
    }
    return true;
  }

  /** {@code es} too many or too few; one {@code s} is a single edit. */
  private void plural(RollingHash whole, byte[] name, int at) {
    int length = name[at];
    int end = at + 1 + length;
    if (length < TypoMatch.MIN_OCTETS || length + 2 > MAX_LABEL_OCTETS) {
      return;
    }
    int label;
    if (name[end - 1] == 's' && name[end - 2] == 'e') {
      label = index.find(whole.first(length - 2), name, at + 1, length - 2);
    } else {
      System.arraycopy(name, at + 1, longer, 0, length);
      longer[length] = 'e';
      longer[length + 1] = 's';
      label = index.find(whole.with('e', 's'), longer, 0, length + 2);
    }
    if (label >= 0) {
      match.offer(label, TypoClass.PLURAL, UNLIKELY_COST, TypoMatch.MIN_OCTETS);
    }
  }
}
