package org.nxsight.wire.dns;

import org.jspecify.annotations.Nullable;

/**
 * Operation codes: numbers with names (IANA DNS Parameters, DNS OpCodes; RFC 6895, section 2.2).
 */
public final class Opcodes {
  private static final Mnemonics MNEMONICS =
      new Mnemonics(
          "OPCODE",
          15,
          """
          0=QUERY 1=IQUERY 2=STATUS 4=NOTIFY 5=UPDATE 6=DSO
          """);

  private Opcodes() {}

  /** The mnemonic of a number, or null when it has none. */
  public static @Nullable String name(int opcode) {
    return MNEMONICS.name(opcode);
  }

  /** The mnemonic of a number, or {@code OPCODE} and the number when it has none. */
  public static String text(int opcode) {
    return MNEMONICS.text(opcode);
  }

  /** The number of a mnemonic or of its generic form in any case, or -1 for anything else. */
  public static int number(String text) {
    return MNEMONICS.number(text);
  }
}
