package org.nxsight.analysis.dga.families;

import java.util.List;

/** Murofet of 2011 and after: 32 to 47 characters, runs of letters and numbers of two figures. */
final class MurofetV3 {
  private static final String[] SUFFIXES = {"ru", "com", "net", "org", "info", "biz"};
  private static final int SHORTEST = 32;
  private static final int LONGEST = 47;

  private MurofetV3() {}

  static List<Family> families() {
    return List.of(
        AlikeFamily.draft("murofet-v3", Seeding.DAY, SUFFIXES)
            .dead()
            .describedIn("J. Bader, Three Variants of Murofet's DGA, 2015")
            .by(
                AlikeFamily.generator(
                    "murofet-v3", Seeding.DAY, MurofetV3::appendLabel, SUFFIXES)));
  }

  private static void appendLabel(StringBuilder name, Mix random) {
    int length = random.between(SHORTEST, LONGEST);
    while (name.length() < length) {
      if (random.below(5) == 0) {
        name.append(random.between(11, 69));
      } else {
        name.append((char) ('a' + random.below(26)));
      }
    }
    name.setLength(length);
  }
}
