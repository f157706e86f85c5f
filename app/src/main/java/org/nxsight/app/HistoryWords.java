package org.nxsight.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.store.failures.Failure;

/** Numbers and lists as they stand in the sentences of a history. */
final class HistoryWords {
  /** Things of a list that are named; the rest is only counted. */
  private static final int MOST = 8;

  private HistoryWords() {}

  /** The one that failed last. */
  static Failure latest(List<Failure> failures) {
    return failures.stream().max(Comparator.comparingLong(Failure::timeLastMicros)).orElseThrow();
  }

  /** How often. */
  static String times(long count) {
    return count == 1 ? "once" : String.format(Locale.ROOT, "%,d times", count);
  }

  /** A few of them, and how many more there are. */
  static String some(Set<String> all) {
    List<String> few = all.stream().limit(MOST).toList();
    String last = all.size() > MOST ? all.size() - MOST + " more" : few.getLast();
    List<String> others = all.size() > MOST ? few : few.subList(0, few.size() - 1);
    return others.isEmpty() ? last : String.join(", ", others) + " and " + last;
  }

  /** With its thousands apart. */
  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** How many resolvers asked, as well as it is known. */
  static String resolvers(List<Failure> failures) {
    long most = failures.stream().mapToLong(Failure::resolvers).max().orElse(0);
    boolean exact = failures.size() == 1 && most < 32;
    return (exact ? "" : failures.size() == 1 ? "about " : "at least ")
        + (most == 1 ? "1 resolver" : String.format(Locale.ROOT, "%,d resolvers", most));
  }

  /** How much of it was in mixed case; empty when nothing was. */
  static String mixed(long mixedCase, long count) {
    return mixedCase == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", %.0f %% of it in mixed upper and lower case",
            100.0 * mixedCase / count);
  }

  /** What a cause means; another version of this program may have written it. */
  static String sentence(String cause) {
    return Arrays.stream(Cause.values())
        .filter(each -> each.name().equals(cause))
        .map(Cause::sentence)
        .findFirst()
        .orElse("not known to this version");
  }
}
