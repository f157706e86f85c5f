package org.nxsight.wire.dns;

import org.jspecify.annotations.Nullable;

/** Record classes: numbers with names (IANA DNS Parameters, DNS CLASSes; RFC 3597, section 5). */
public final class RecordClasses {
  private static final Mnemonics MNEMONICS =
      new Mnemonics(
          "CLASS",
          65_535,
          """
          1=IN 3=CH 4=HS 254=NONE 255=ANY
          """);

  private RecordClasses() {}

  /** The mnemonic of a number, or null when it has none. */
  public static @Nullable String name(int rrclass) {
    return MNEMONICS.name(rrclass);
  }

  /** The mnemonic of a number, or {@code CLASS} and the number when it has none. */
  public static String text(int rrclass) {
    return MNEMONICS.text(rrclass);
  }

  /** The number of a mnemonic or of its generic form in any case, or -1 for anything else. */
  public static int number(String text) {
    return MNEMONICS.number(text);
  }
}
