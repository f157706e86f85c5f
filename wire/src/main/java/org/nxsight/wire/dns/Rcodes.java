package org.nxsight.wire.dns;

import org.jspecify.annotations.Nullable;

/**
 * Response codes: numbers with names, those of EDNS included (IANA DNS Parameters, DNS RCODEs; RFC
 * 6895, section 2.3).
 */
public final class Rcodes {
  private static final Mnemonics MNEMONICS =
      new Mnemonics(
          "RCODE",
          65_535,
          """
          0=NOERROR 1=FORMERR 2=SERVFAIL 3=NXDOMAIN 4=NOTIMP 5=REFUSED 6=YXDOMAIN 7=YXRRSET
          8=NXRRSET 9=NOTAUTH 10=NOTZONE 11=DSOTYPENI 16=BADVERS 16=BADSIG 17=BADKEY 18=BADTIME
          19=BADMODE 20=BADNAME 21=BADALG 22=BADTRUNC 23=BADCOOKIE
          """);

  private Rcodes() {}

  /** The mnemonic of a number, or null when it has none. */
  public static @Nullable String name(int rcode) {
    return MNEMONICS.name(rcode);
  }

  /** The mnemonic of a number, or {@code RCODE} and the number when it has none. */
  public static String text(int rcode) {
    return MNEMONICS.text(rcode);
  }

  /** The number of a mnemonic or of its generic form in any case, or -1 for anything else. */
  public static int number(String text) {
    return MNEMONICS.number(text);
  }
}
