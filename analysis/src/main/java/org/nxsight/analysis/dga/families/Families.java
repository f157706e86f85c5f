package org.nxsight.analysis.dga.families;

import java.util.List;
import java.util.stream.Stream;

/** The families that we have generators of. */
public final class Families {
  private static final List<Family> ALL =
      Stream.concat(Stream.of(Ramnit.FAMILY, DirCrypt.FAMILY), AlikeFamilies.all().stream())
          .toList();

  private Families() {}

  /** Every family, each name once. */
  public static List<Family> all() {
    return ALL;
  }
}
