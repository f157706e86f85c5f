package org.nxsight.analysis.dga.families;

import static org.nxsight.analysis.dga.families.Seeding.DAY;
import static org.nxsight.analysis.dga.families.Seeding.SEED_AND_DAY;

import java.util.List;
import java.util.stream.Stream;

/** Families that join dictionary words; alike only, as the words are ours. */
final class WordFamilies {
  private static final List<String> ANY =
      Stream.of(Words.THINGS, Words.ACTS, Words.QUALITIES).flatMap(List::stream).toList();

  private WordFamilies() {}

  static List<Family> all() {
    return List.of(
        of("matsnu", WordFamilies::actsAndThings, "Matsnu's DGA, Seculert 2014", "com"),
        of("gozi", AlikeFamily.joined(12, ANY), "Gozi ISFB, GovCERT.ch 2016", "com", "ru"),
        of("rovnix-words", AlikeFamily.joined(12, ANY), "Rovnix, CSIS 2014", "com"),
        of(
            "nymaim-v2",
            WordFamilies::twoWithHyphen,
            "J. Bader, The New Domain Generation Algorithm of Nymaim, 2018",
            "com",
            "cc",
            "id",
            "tm",
            "co",
            "ch",
            "lk",
            "sc",
            "tk"),
        of("bigviktor", WordFamilies::actThingWith, "BigViktor, 360 Netlab 2020", "fans", "club"));
  }

  private static Family of(
      String name, AlikeFamily.Label label, String source, String... suffixes) {
    Seeding seeding = name.equals("gozi") ? SEED_AND_DAY : DAY;
    return AlikeFamily.draft(name, seeding, suffixes)
        .ofWords()
        .describedIn(source)
        .by(AlikeFamily.generator(name, seeding, label, suffixes));
  }

  private static void twoWithHyphen(StringBuilder name, Mix random) {
    name.append(draw(ANY, random));
    if (random.below(2) == 0) {
      name.append('-');
    }
    name.append(draw(ANY, random));
  }

  /** A thing and an act in turn up to 24 letters, some with a hyphen between them. */
  private static void actsAndThings(StringBuilder name, Mix random) {
    String joint = random.below(3) == 0 ? "-" : "";
    boolean act = random.below(2) == 0;
    name.append(draw(act ? Words.ACTS : Words.THINGS, random));
    while (name.length() < 12) {
      act = !act;
      name.append(joint).append(draw(act ? Words.ACTS : Words.THINGS, random));
    }
  }

  private static void actThingWith(StringBuilder name, Mix random) {
    name.append(draw(Words.ACTS, random)).append(draw(Words.QUALITIES, random));
    name.append(draw(Words.THINGS, random));
  }

  private static String draw(List<String> words, Mix random) {
    return words.get(random.below(words.size()));
  }
}
