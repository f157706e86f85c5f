package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Pushdo: syllables off the octets of MD5 digests, each of which starts the next. A day has the 30
 * names of itself, of each of the 30 days before it and of the 14 days after it. A seed is the
 * number of one of three known samples.
 */
final class Pushdo {
  private record Sample(
      String suffix, String starts, String ends, int diphthongMask, int closedMask) {}

  private static final String VOWELS = "aeiou";
  private static final String AFTER_E = "aio";
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("kz", "bcdfghjklmnpqrstvwx", "zxtsrqpnmlkgfdc", 7, 1),
          new Sample("com", "bcdfghjklmnpqrstvwx", "zxtsrqpnmlkgfdc", 7, 1),
          new Sample("kz", "kqbhcndjfwglpmzxrsv", "qzlbtgrnkxsfdcm", 8, 2));
  private static final int NAMES_A_DAY = 30;
  private static final int DAYS_BEFORE = 30;
  private static final int DAYS_AFTER = 14;

  static final Family FAMILY =
      Family.named("pushdo")
          .perSeedAndDay(NAMES_A_DAY * (DAYS_BEFORE + 1 + DAYS_AFTER), 0, 1, 2)
          .exact()
          .under("kz", "com")
          .describedIn("J. Bader, notes on domain generation algorithms, 2014-2022")
          .by(Pushdo::names);

  private Pushdo() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    Sample sample = SAMPLES.get((int) Long.remainderUnsigned(seed, SAMPLES.size()));
    int number = 0;
    for (int i = 0; i < count; i++) {
      if (i % NAMES_A_DAY == 0) {
        int days = i / NAMES_A_DAY;
        number = number(day) + (days <= DAYS_BEFORE ? -days : days - DAYS_BEFORE);
      }
      byte[] digest = Digests.md5().digest(littleEndian(number));
      number = intOf(digest);
      out.accept(label(digest, 9 + (number & 3), sample) + '.' + sample.suffix());
      number++;
    }
  }

  /** The days since the year 0, as the malware counts them: every fourth year has 366. */
  private static int number(LocalDate day) {
    int leapYears = day.getYear() / 4;
    int dayOfYear = day.getDayOfYear();
    // It takes the last years of most centuries for leap years, too.
    if (!day.isLeapYear() && day.getYear() % 4 == 0 && day.getMonthValue() > 2) {
      dayOfYear++;
    }
    return dayOfYear + 365 * (day.getYear() - leapYears) + 366 * leapYears;
  }

  private static String label(byte[] digest, int letters, Sample sample) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; label.length() < letters; i++) {
      appendSyllable(label, digest[i] & 0xff, sample);
    }
    return label.substring(0, letters);
  }

  private static void appendSyllable(StringBuilder label, int octet, Sample sample) {
    char vowel = VOWELS.charAt(((octet + 1) & 0xff) % VOWELS.length());
    label.append(sample.starts().charAt(octet % sample.starts().length())).append(vowel);
    if (vowel == 'e' && ((octet + 2) & sample.diphthongMask()) != 0) {
      label.append(AFTER_E.charAt((octet + 2) % AFTER_E.length()));
    } else if (((octet + 2) & sample.closedMask()) != 0) {
      label.append(sample.ends().charAt((octet + 3) % sample.ends().length()));
    }
  }

  private static byte[] littleEndian(int number) {
    return new byte[] {
      (byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)
    };
  }

  private static int intOf(byte[] digest) {
    return (digest[0] & 0xff)
        | (digest[1] & 0xff) << 8
        | (digest[2] & 0xff) << 16
        | (digest[3] & 0xff) << 24;
  }
}
