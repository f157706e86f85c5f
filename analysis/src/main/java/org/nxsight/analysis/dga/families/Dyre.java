package org.nxsight.analysis.dga.families;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Dyre: a letter that counts from a to z and 33 digits of a SHA-256 digest, eight suffixes in turn.
 * The text that is hashed is not the malware's, so the digits are other ones.
 */
final class Dyre {
  private static final String[] SUFFIXES = {"cc", "ws", "to", "in", "hk", "cn", "tk", "so"};
  static final Family FAMILY =
      Family.named("dyre")
          .perDay(1000)
          .dead()
          .under(SUFFIXES)
          .describedIn("Y. Yuzifovich and H. Liu, A Death Match of DGAs, 2017")
          .by((seed, day, count, out) -> names(day, count, out));

  private Dyre() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    MessageDigest sha256 = Digests.sha256();
    for (int i = 0; i < count; i++) {
      String digits = Digests.hex(sha256, "dyre " + day + ' ' + i).substring(3, 36);
      out.accept((char) ('a' + i % 26) + digits + '.' + SUFFIXES[i % SUFFIXES.length]);
    }
  }
}
