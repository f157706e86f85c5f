package org.nxsight.analysis.findings.groups;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.wire.dns.NameText;

/** What groups that are told as one say to a person. */
final class GroupReport {
  private static final int SHOWN = 8;

  /** Evidence, or names, beyond which nobody could say that it is chance. */
  private static final double CLEAR_EVIDENCE = 2 * Setting.DGA_GROUP_EVIDENCE.usual();

  private static final int MANY_NAMES = 20;

  /** How seldom a key has a bot behind it, to begin with; evidence is weighed against that. */
  private static final double ODDS_AGAINST = 10_000;

  private final FamilyProfiles profiles = new FamilyProfiles();

  /** The suffix that most of a group's names have, and what they are made of. */
  static String subject(Group group) {
    Map<String, Integer> suffixes = suffixes(group.examples);
    String most =
        suffixes.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse(".");
    return most + ' ' + group.alphabet.text();
  }

  private static Map<String, Integer> suffixes(@Nullable ExampleNames names) {
    Map<String, Integer> suffixes = new TreeMap<>();
    for (int i = 0; names != null && i < names.size(); i++) {
      byte[] name = names.name(i);
      int suffix = PublicSuffixes.suffixOffset(name, 0);
      StringBuilder text = new StringBuilder();
      NameText.append(text, name, suffix, name.length - suffix);
      suffixes.merge(text.toString(), 1, Integer::sum);
    }
    return suffixes;
  }

  Sighting of(String subject, List<Group> groups) {
    DistinctCounts names = new DistinctCounts(1, GeneratedGroups.DISTINCT_BITS);
    ExampleNames examples = new ExampleNames(Group.EXAMPLES);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long count = 0;
    long resolvers = 0;
    double evidence = 0;
    boolean quick = false;
    for (Group group : groups) {
      group.joinNames(names);
      if (group.examples != null) {
        examples.addAll(group.examples);
      }
      first = Math.min(first, group.firstNanos);
      last = Math.max(last, group.lastNanos);
      count += group.count;
      resolvers += group.resolvers();
      evidence = Math.max(evidence, group.evidence);
      quick |= group.quick;
    }
    long different = Math.max(examples.size(), names.count(0));
    List<String> families = profiles.resembled(examples);
    boolean clear = evidence >= CLEAR_EVIDENCE || different >= MANY_NAMES;
    return new Sighting(
        FindingKind.DGA_GROUP,
        subject,
        quick && clear ? Severity.HIGH : Severity.MEDIUM,
        (float) (1 / (1 + ODDS_AGAINST * Math.exp(-evidence))),
        first,
        last,
        count,
        resolvers,
        evidence(groups.getFirst().alphabet, examples, different, evidence, families),
        sentence(subject, different, resolvers, last - first, families));
  }

  private static String evidence(
      Alphabet alphabet,
      ExampleNames examples,
      long different,
      double evidence,
      List<String> families) {
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    for (int i = 0; i < examples.size(); i++) {
      int length = labelOctets(examples.name(i));
      shortest = Math.min(shortest, length);
      longest = Math.max(longest, length);
    }
    return new Evidence()
        .add("names", different)
        .add("alphabet", alphabet.text())
        .add("shortest", shortest)
        .add("longest", longest)
        .add("log_evidence", evidence)
        .add("suffixes", new ArrayList<>(suffixes(examples).keySet()))
        .add("resembles", families)
        .add("examples", examples.texts(SHOWN))
        .json();
  }

  private static int labelOctets(byte[] name) {
    int label = PublicSuffixes.registrableOffset(name, 0);
    return label < 0 ? 0 : name[label];
  }

  private static String sentence(
      String subject, long different, long resolvers, long spanNanos, List<String> families) {
    return TimeWords.count(resolvers, "resolver")
        + " asked within "
        + TimeWords.span(spanNanos / 1_000_000_000L)
        + " for "
        + TimeWords.count(different, "name")
        + " that nobody has registered and that one generator seems to have made ("
        + subject
        + "): malware that looks for its master."
        + (families.isEmpty()
            ? " No known family makes such names."
            : " They are like those of " + String.join(" or ", families) + ".")
        + " Find the machine by its resolver's log.";
  }
}
