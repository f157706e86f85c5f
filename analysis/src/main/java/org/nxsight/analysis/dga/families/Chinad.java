package org.nxsight.analysis.dga.families;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Chinad: 16 letters and figures of a SHA-1 digest of date and counter. */
final class Chinad {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String[] SUFFIXES = {"com", "org", "net", "biz", "info", "ru", "cn"};
  private static final int LETTERS = 16;
  static final Family FAMILY =
      Family.named("chinad")
          .perDay(256)
          .exact()
          .under(SUFFIXES)
          .describedIn("Chinad, 360 Netlab 2016")
          .by((seed, day, count, out) -> names(day, count, out));

  private Chinad() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    MessageDigest sha1 = Digests.sha1();
    byte[] input = new byte[16];
    input[0] = (byte) (day.getYear() + 0x30);
    input[1] = (byte) day.getMonthValue();
    input[2] = (byte) day.getDayOfMonth();
    for (int i = 0; i < count; i++) {
      input[3] = (byte) i;
      byte[] digest = sha1.digest(input);
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < LETTERS; j++) {
        name.append(ALPHABET.charAt(octet(digest, j) % ALPHABET.length()));
      }
      int suffix = octet(digest, LETTERS) % SUFFIXES.length;
      out.accept(name.append('.').append(SUFFIXES[suffix]).toString());
    }
  }

  /** An octet of the digest when each of its words is read with the low octet first. */
  private static int octet(byte[] digest, int at) {
    return digest[at ^ 3] & 0xff;
  }
}
