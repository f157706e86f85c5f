package org.nxsight.analysis.dga.training.benign;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Names that no malware made, from one part of the lists and one seed: mostly such as do not exist.
 *
 * <p>A name is the run of labels that is missing: a registrable label without its suffix, or hosts
 * left of a zone.
 */
public final class BenignNames {
  private record Kind(String name, int weight, Supplier<String> names) {}

  private final List<Kind> kinds;
  private final Dice dice;

  /** Names of a part; another seed gives other names. */
  public BenignNames(Lists lists, ShortLists shorts, Part part, long seed) {
    dice = new Dice(seed);
    SiteNames sites = new SiteNames(lists, shorts, part, dice);
    WordNames words = new WordNames(lists, shorts, part, dice);
    PeopleNames people = new PeopleNames(lists, shorts, part, dice);
    AsianNames asian = new AsianNames(shorts, part, dice);
    ShortNames brief = new ShortNames(lists, part, dice);
    HostNames hosts = new HostNames(lists, shorts, part, dice);
    MachineNames machines = new MachineNames(lists, shorts, part, dice);
    kinds =
        List.of(
            new Kind("site", 24, sites::site),
            new Kind("host-of-site", 4, sites::host),
            new Kind("site-typo", 12, sites::siteTypo),
            new Kind("brand-typo", 5, sites::brandTypo),
            new Kind("bait", 4, sites::bait),
            new Kind("glued", 2, sites::glued),
            new Kind("word", 10, words::word),
            new Kind("english-compound", 5, words::englishCompound),
            new Kind("phrase", 8, words::phrase),
            new Kind("compound", 9, words::compound),
            new Kind("joined", 6, words::joined),
            new Kind("affixed", 6, words::affixed),
            new Kind("software", 3, words::software),
            new Kind("coinage", 6, words::coinage),
            new Kind("person", 6, people::person),
            new Kind("pinyin", 5, asian::pinyin),
            new Kind("initials", 3, asian::initials),
            new Kind("japanese", 3, asian::japanese),
            new Kind("korean", 2, asian::korean),
            new Kind("acronym", 4, brief::acronym),
            new Kind("acronym-word", 4, brief::acronymAndWord),
            new Kind("short", 2, brief::shortName),
            new Kind("number", 3, brief::number),
            new Kind("machinery", 4, brief::machinery),
            new Kind("keys", 1, brief::keys),
            new Kind("host", 7, hosts::host),
            new Kind("address", 1, hosts::address),
            new Kind("device", 1, hosts::device),
            new Kind("cloud", 2, machines::cloud),
            new Kind("idn", 2, machines::internationalised),
            new Kind("deep", 1, machines::deep));
  }

  /** Gives so many names, each with its kind; a name may come twice. */
  public void names(int count, BiConsumer<String, String> out) {
    int total = kinds.stream().mapToInt(Kind::weight).sum();
    for (int i = 0; i < count; ) {
      Kind kind = kind(dice.between(1, total));
      String name = kind.names().get();
      if (isName(name)) {
        out.accept(name, kind.name());
        i++;
      }
    }
  }

  private Kind kind(int drawn) {
    int left = drawn;
    for (Kind kind : kinds) {
      left -= kind.weight();
      if (left <= 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind for " + drawn);
  }

  private static boolean isName(String name) {
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > 63) {
        return false;
      }
    }
    return true;
  }
}
