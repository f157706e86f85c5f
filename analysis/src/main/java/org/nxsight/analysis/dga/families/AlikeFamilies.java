package org.nxsight.analysis.dga.families;

import java.util.List;

/**
 * Families of random letters whose names we give only alike: from how many letters, of which
 * alphabet, under which suffixes.
 */
final class AlikeFamilies {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";
  private static final String HEX_DIGITS = "0123456789abcdef";

  private AlikeFamilies() {}

  static List<Family> all() {
    return List.of(
        of(
            "bedep",
            Seeding.SEED_AND_DAY,
            12,
            18,
            LETTERS_AND_DIGITS,
            "A. Schwarz, Bedep's DGA, Arbor Networks 2015",
            "com"),
        of(
            "torpig",
            Seeding.DAY,
            7,
            9,
            LETTERS,
            "Stone-Gross and others, Your Botnet is My Botnet, CCS 2009",
            "com",
            "net",
            "biz"),
        of("gspy", Seeding.SEED_AND_DAY, 16, 16, HEX_DIGITS, "DGArchive family list, 2016", "net"));
  }

  private static Family of(
      String name,
      Seeding seeding,
      int shortest,
      int longest,
      String alphabet,
      String source,
      String... suffixes) {
    FamilyDraft draft = Family.named(name).under(suffixes).describedIn(source);
    draft =
        switch (seeding) {
          case DAY -> draft.perDay(1000);
          case SEED -> draft.perSeed(1000, 1, 2, 3, 4);
          case SEED_AND_DAY -> draft.perSeedAndDay(1000, 1, 2, 3, 4);
        };
    return draft.by((seed, day, count, out) -> {
      Mix random = Mix.of(seeding, name, seed, day);
      for (int i = 0; i < count; i++) {
        StringBuilder label = new StringBuilder();
        int length = random.between(shortest, longest);
        for (int j = 0; j < length; j++) {
          label.append(alphabet.charAt(random.below(alphabet.length())));
        }
        label.append('.').append(suffixes[random.below(suffixes.length)]);
        out.accept(label.toString());
      }
    });
  }
}
