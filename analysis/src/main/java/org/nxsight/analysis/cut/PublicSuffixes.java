package org.nxsight.analysis.cut;

/**
 * The public suffix of a name: the part below which different owners have names (publicsuffix.org,
 * "Algorithm").
 *
 * <p>Labels may hold any octets: {@code _dmarc.example.co.uk} ends in {@code co.uk}. Names are in
 * wire form and lower case. The rules are read once, when the class is first used, and stay.
 */
public final class PublicSuffixes {
  /**
   * Names in the list's private section that are run as registries: those of CentralNic and a few
   * like them, where a missing name is one nobody registered.
   */
  private static final String[] SOLD = {
    "ae.org", "br.com", "cn.com", "co.com", "co.nl", "co.no", "com.de", "com.se", "de.com",
    "eu.com", "eu.org", "gb.net", "hu.net", "in.net", "jp.net", "jpn.com", "mex.com", "ru.com",
    "sa.com", "se.net", "uk.com", "uk.net", "us.com", "us.org", "za.bz", "za.com", "biz.at",
    "info.at", "co.ua", "pp.ua", "priv.at", "biz.ua", "org.ru", "net.ru", "pp.ru", "msk.ru",
    "spb.ru", "msk.su", "spb.su", "com.ru", "gr.com", "africa.com", "nl.com"
  };

  private static final int SOLD_FLAG = 1 << 5;
  private static final Section[] SECTIONS = Section.values();
  private static final int SECTION_SHIFT = 8;
  private static final int SECTION = 3;
  private static final int ICANN_SHIFT = 16;
  private static final LabelTrie RULES = read();

  private PublicSuffixes() {}

  private static LabelTrie read() {
    LabelTrie.Builder rules = SuffixRules.read();
    for (String name : SOLD) {
      int node = rules.add(name);
      if (rules.value(node) == Section.PRIVATE.ordinal()) {
        rules.put(node, Section.PRIVATE.ordinal() | SOLD_FLAG);
      }
    }
    return rules.build();
  }

  /** Where in the octets the public suffix of the name at an offset starts. */
  public static int suffixOffset(byte[] octets, int offset) {
    return offset + relativeSuffix(find(octets, offset));
  }

  /** Where the suffix of that name starts when the private section is left out. */
  public static int icannSuffixOffset(byte[] octets, int offset) {
    return offset + relativeIcannSuffix(find(octets, offset));
  }

  /** The section that the public suffix of that name is from. */
  public static Section section(byte[] octets, int offset) {
    return section(find(octets, offset));
  }

  /**
   * Where the registrable domain of that name starts, one label left of its suffix; -1 when the
   * name is a suffix itself.
   */
  public static int registrableOffset(byte[] octets, int offset) {
    return registrableOffset(octets, offset, suffixOffset(octets, offset));
  }

  /** The same of a name whose suffix is known. */
  public static int registrableOffset(byte[] octets, int offset, int suffixOffset) {
    return labelBefore(octets, offset, suffixOffset);
  }

  /** Where the label starts that ends before {@code end}; -1 when the name starts there. */
  static int labelBefore(byte[] octets, int offset, int end) {
    int before = -1;
    for (int at = offset; at < end; at += 1 + octets[at]) {
      before = at;
    }
    return before;
  }

  /** Whether the list has rules at or below a last label. */
  static boolean hasTopLevel(byte[] octets, int lastLabel) {
    return RULES.below(LabelTrie.ROOT, octets, lastLabel) != LabelTrie.NONE;
  }

  /** All answers about a name in one number, for the methods below. */
  private static int find(byte[] octets, int offset) {
    return find(octets, offset, LastLabels.of(octets, offset));
  }

  /** The same of a name whose last labels are known. */
  static int find(byte[] octets, int offset, long lastLabels) {
    long labels = lastLabels;
    int last = LastLabels.last(labels);
    int found = last | (last << ICANN_SHIFT);
    int node = LabelTrie.ROOT;
    int right = last;
    for (int depth = 0; depth < LastLabels.COUNT && octets[offset] != 0; depth++) {
      int at = LastLabels.last(labels);
      int wildcard = (RULES.value(node) >> SuffixRules.WILDCARD_SHIFT) & SuffixRules.RULE;
      found = wildcard == 0 ? found : with(found, at, wildcard);
      node = RULES.below(node, octets, offset + at);
      if (node == LabelTrie.NONE) {
        break;
      }
      int value = RULES.value(node);
      if ((value & SuffixRules.EXCEPTION) != 0) {
        found = with(found, right, wildcard);
      } else if ((value & SuffixRules.RULE) != 0) {
        int section =
            (value & SOLD_FLAG) == 0
                ? value & SuffixRules.RULE
                : Section.PRIVATE_REGISTRY.ordinal();
        found = with(found, at, section);
      }
      if (at == 0) {
        break;
      }
      right = at;
      labels >>>= LastLabels.BITS;
    }
    return found;
  }

  private static int with(int found, int at, int section) {
    int icann = section == Section.ICANN.ordinal() ? at : found >> ICANN_SHIFT;
    return at | (section << SECTION_SHIFT) | (icann << ICANN_SHIFT);
  }

  static int relativeSuffix(int found) {
    return found & 0xff;
  }

  static int relativeIcannSuffix(int found) {
    return found >> ICANN_SHIFT;
  }

  static Section section(int found) {
    return SECTIONS[(found >> SECTION_SHIFT) & SECTION];
  }
}
