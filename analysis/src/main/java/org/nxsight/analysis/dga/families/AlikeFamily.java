package org.nxsight.analysis.dga.families;

import java.util.List;
import java.util.stream.IntStream;

/** How a family is made whose names we give only alike: a label out of a {@link Mix}. */
final class AlikeFamily {
  /** The seeds we give to a family of seeds; they stand for no known sample. */
  private static final long[] SEEDS = IntStream.rangeClosed(1, 8).asLongStream().toArray();

  private static final int NAMES = 1000;

  /** One label of a family. */
  @FunctionalInterface
  interface Label {
    void appendTo(StringBuilder name, Mix random);
  }

  private AlikeFamily() {}

  static FamilyDraft draft(String name, Seeding seeding, String... suffixes) {
    FamilyDraft draft = Family.named(name).under(suffixes);
    return switch (seeding) {
      case DAY -> draft.perDay(NAMES);
      case SEED -> draft.perSeed(NAMES, SEEDS);
      case SEED_AND_DAY -> draft.perSeedAndDay(NAMES, SEEDS);
    };
  }

  static NameGenerator generator(String name, Seeding seeding, Label label, String... suffixes) {
    return (seed, day, count, out) -> {
      Mix random = Mix.of(name, seeding, seed, day);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        text.setLength(0);
        label.appendTo(text, random);
        out.accept(text.append('.').append(random.of(suffixes)).toString());
      }
    };
  }

  /** A label of so many octets of an alphabet, each drawn alone. */
  static Label drawn(int shortest, int longest, String alphabet) {
    return (name, random) -> {
      int letters = random.between(shortest, longest);
      for (int i = 0; i < letters; i++) {
        name.append(random.of(alphabet));
      }
    };
  }

  /** A label of letters that are a consonant and a vowel in turn. */
  static Label spoken(int shortest, int longest, String consonants, String vowels) {
    return (name, random) -> {
      int letters = random.between(shortest, longest);
      int turn = random.below(2);
      for (int i = 0; i < letters; i++) {
        name.append(random.of((turn + i) % 2 == 0 ? consonants : vowels));
      }
    };
  }

  /** A label of pieces drawn from a list, until it is long enough. */
  static Label joined(int shortest, List<String> pieces) {
    return (name, random) -> {
      while (name.length() < shortest) {
        name.append(pieces.get(random.below(pieces.size())));
      }
    };
  }
}
