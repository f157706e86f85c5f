package org.nxsight.bench.groups;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.analysis.dga.families.Fidelity;
import org.nxsight.bench.evaluate.Dice;
import org.nxsight.bench.evaluate.PlainNames;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** Lists of names that trials ask for. */
final class Names {
  private static final int DAYS_BEFORE = 700;
  private static final int NAMES_A_LIST = 200;
  private static final int MOST_LISTS = 20;
  private static final long DAYS_OF_A_LIST = 31;

  /** Ends that the public root does not know: such names leak before they are anything else. */
  private static final List<String> OTHER_ROOTS = List.of("bazar", "bit");

  private final Dice dice;
  private final PlainNames plain;

  Names(Dice dice) {
    this.dice = dice;
    plain = new PlainNames(dice);
  }

  static List<Family> families() {
    return Families.all().stream()
        .filter(family -> !OTHER_ROOTS.containsAll(family.topLevelDomains()))
        .toList();
  }

  static List<Family> exact() {
    return families().stream()
        .filter(family -> family.fidelity() == Fidelity.EXACT && family.listNames() >= 10)
        .toList();
  }

  /** Names in a row of any list of a family, of a seed and a day that teach nothing. */
  List<String> ofAnyDay(Family family, int count) {
    return some(
        family,
        dice.bits() >>> 34,
        count,
        Trial.DAY.minusDays(30L + dice.below(DAYS_BEFORE)).toEpochDay());
  }

  /** Names in a row of the list that a family's samples have on the day of the trial. */
  List<String> ofToday(Family family, int count) {
    return some(family, dice.of(family.seeds()), count, Trial.DAY.toEpochDay());
  }

  private List<String> some(Family family, long seed, int count, long day) {
    Set<String> all = new LinkedHashSet<>();
    // A list that is shorter than the group goes on with those of the following days.
    for (int i = 0; i < MOST_LISTS && all.size() < count; i++) {
      family.names(
          seed,
          LocalDate.ofEpochDay(day + DAYS_OF_A_LIST * i),
          Math.min(NAMES_A_LIST, Math.max(count, family.listNames())),
          all::add);
      all.removeIf(name -> OTHER_ROOTS.contains(name.substring(name.lastIndexOf('.') + 1)));
    }
    int from = dice.below(Math.max(1, all.size() - count));
    return all.stream().skip(from).limit(count).toList();
  }

  /** A domain nobody has, as people call them. */
  String benign() {
    return plain.domain();
  }

  String label() {
    return plain.label();
  }

  /** The suffix of a name. */
  static String suffix(String name) {
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    int octets = NameText.parse(name, wire);
    int suffix = PublicSuffixes.suffixOffset(wire, 0);
    StringBuilder text = new StringBuilder();
    NameText.append(text, wire, suffix, octets - suffix);
    return text.toString();
  }
}
