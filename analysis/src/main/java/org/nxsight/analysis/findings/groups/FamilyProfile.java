package org.nxsight.analysis.findings.groups;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** How often suffixes, lengths and pairs of octets occur in the names of one family. */
final class FamilyProfile {
  private static final LocalDate DAY = LocalDate.of(2025, 5, 5);
  private static final int LISTS = 6;
  private static final int NAMES_A_LIST = 100;
  private static final int DAYS_BETWEEN = 61;

  /** Letters, digits, anything else, and the start. */
  private static final int SYMBOLS = 38;

  private static final int START = 37;
  private static final int ELSE = 36;

  /** What a pair that was not seen counts as. */
  private static final double SMOOTHING = 0.5;

  /** Names of a group that may be somebody else's. */
  private static final double MOST_FOREIGN = 0.1;

  /** The log-likelihood of a name whose suffix or length the family does not have. */
  private static final double FOREIGN = -60;

  private final String family;
  private final Map<String, Integer> suffixes = new HashMap<>();
  private final int[] lengths = new int[64];
  private final int[][] pairs = new int[SYMBOLS][SYMBOLS];
  private final int[] firsts = new int[SYMBOLS];
  private int names;

  private FamilyProfile(String family) {
    this.family = family;
  }

  static FamilyProfile of(Family family) {
    FamilyProfile profile = new FamilyProfile(family.name());
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    for (int list = 0; list < LISTS; list++) {
      long seed = list < family.seeds().size() ? family.seeds().get(list) : 1_000_003L * (list + 1);
      family.names(
          seed,
          DAY.plusDays((long) DAYS_BETWEEN * list),
          NAMES_A_LIST,
          name -> {
            if (NameText.parse(name, wire) != NameText.MALFORMED) {
              profile.learn(wire);
            }
          });
    }
    return profile;
  }

  String family() {
    return family;
  }

  private void learn(byte[] name) {
    int label = PublicSuffixes.registrableOffset(name, 0);
    if (label < 0) {
      return;
    }
    suffixes.merge(suffix(name), 1, Integer::sum);
    lengths[name[label]]++;
    names++;
    int last = START;
    for (int at = label + 1; at <= label + name[label]; at++) {
      int symbol = symbol(name[at]);
      pairs[last][symbol]++;
      firsts[last]++;
      last = symbol;
    }
  }

  private static String suffix(byte[] name) {
    int suffix = PublicSuffixes.suffixOffset(name, 0);
    int end = suffix;
    while (name[end] != 0) {
      end += 1 + name[end];
    }
    return new String(name, suffix, end - suffix, StandardCharsets.ISO_8859_1);
  }

  private static int symbol(byte octet) {
    if (octet >= 'a' && octet <= 'z') {
      return octet - 'a';
    }
    return octet >= '0' && octet <= '9' ? 26 + octet - '0' : ELSE;
  }

  /** The log-likelihood of names; minus infinity when too many cannot be the family's. */
  double likelihood(ExampleNames group) {
    double sum = 0;
    int foreign = 0;
    for (int i = 0; i < group.size(); i++) {
      byte[] name = group.name(i);
      int label = PublicSuffixes.registrableOffset(name, 0);
      int ofSuffix = suffixes.getOrDefault(suffix(name), 0);
      if (label < 0 || ofSuffix == 0 || lengths[name[label]] == 0) {
        foreign++;
        sum += FOREIGN;
      } else {
        sum += Math.log((double) ofSuffix / names * lengths[name[label]] / names);
        sum += letters(name, label);
      }
    }
    return foreign > MOST_FOREIGN * group.size() ? Double.NEGATIVE_INFINITY : sum;
  }

  private double letters(byte[] name, int label) {
    double sum = 0;
    int last = START;
    for (int at = label + 1; at <= label + name[label]; at++) {
      int symbol = symbol(name[at]);
      sum += Math.log((pairs[last][symbol] + SMOOTHING) / (firsts[last] + SMOOTHING * SYMBOLS));
      last = symbol;
    }
    return sum;
  }
}
