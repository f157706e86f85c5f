package org.nxsight.analysis.dga.families;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tinba: 12 letters that come of the name before and of a secret; each label under every suffix of
 * the sample. A seed is the number of one of four known samples.
 */
final class Tinba {
  private record Sample(String secret, String firstName, List<String> suffixes) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("oGkS3w3sGGOGG7oc", "ssrgwnrmgrxe.com", List.of("com")),
          new Sample("jc74FlUna852Ji9o", "blackfreeqazyio.cc", List.of("com", "net", "in", "ru")),
          new Sample("yqokqFC2TPBFfJcG", "watchthisnow.xyz", List.of("pw", "us", "xyz", "club")),
          new Sample(
              "j193HsnW72Yqns7u", "j193hsne720uie8i.cc", List.of("com", "net", "biz", "org")));
  static final Family FAMILY =
      Family.named("tinba")
          .perSeed(1100, 0, 1, 2, 3)
          .exact()
          .under("com", "net", "in", "ru", "pw", "us", "xyz", "club", "biz", "org")
          .describedIn("J. Bader, New Top Level Domains for Tinba's DGA, 2015")
          .by(Tinba::names);

  private Tinba() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    Sample sample = SAMPLES.get((int) Long.remainderUnsigned(seed, SAMPLES.size()));
    String name = sample.firstName();
    int given = 0;
    while (given < count) {
      String label = next(name, sample.secret());
      for (int i = 0; i < sample.suffixes().size() && given < count; i++) {
        name = label + '.' + sample.suffixes().get(i);
        out.accept(name);
        given++;
      }
    }
  }

  private static String next(String name, String secret) {
    int sum = 0;
    for (byte octet : secret.getBytes(StandardCharsets.US_ASCII)) {
      sum += octet;
    }
    int letter = secret.charAt(15);
    StringBuilder label = new StringBuilder();
    while (label.length() < 12) {
      int at = label.length();
      letter = (((letter + name.charAt(at)) ^ (sum & 0xff)) + name.charAt(at + 1)) & 0xff;
      if (letter > 'a' && letter < 'z') {
        label.append((char) letter);
      } else {
        sum++;
      }
    }
    return label.toString();
  }
}
