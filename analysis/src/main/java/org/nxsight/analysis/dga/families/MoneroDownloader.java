package org.nxsight.analysis.dga.families;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.function.Consumer;

/** A downloader of a Monero miner of 2018: 13 digits of an MD5 digest of a day's number. */
final class MoneroDownloader {
  private static final String[] SUFFIXES = {"org", "tickets", "blackfriday", "hosting", "feedback"};
  static final Family FAMILY =
      Family.named("monerodownloader")
          .perDay(100)
          .under(SUFFIXES)
          .describedIn("Public notes on a Monero downloader, 2018")
          .by((seed, day, count, out) -> names(day, count, out));

  private MoneroDownloader() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    MessageDigest md5 = Digests.md5();
    for (int i = 0; i < count; i++) {
      long number = day.toEpochDay() - i / SUFFIXES.length;
      String label = Digests.hex(md5, "jkhhksugrhtijys78g46" + number).substring(0, 13);
      out.accept(label + '.' + SUFFIXES[i % SUFFIXES.length]);
    }
  }
}
