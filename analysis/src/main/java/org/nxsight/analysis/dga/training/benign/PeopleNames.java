package org.nxsight.analysis.dga.training.benign;

import java.util.List;
import java.util.Locale;

/** People's names as domains, and firms called after people. */
final class PeopleNames {
  private static final List<String> TRADES =
      List.of(
          "law",
          "design",
          "photo",
          "consulting",
          "family",
          "music",
          "art",
          "bau",
          "immobilien",
          "foto",
          "avocats",
          "studio",
          "associates",
          "group",
          "partner",
          "dental",
          "homes",
          "books");

  private final List<String[]> people;
  private final List<String> given;
  private final List<String> surnames;
  private final Dice dice;

  PeopleNames(Lists lists, ShortLists shorts, Part part, Dice dice) {
    this.dice = dice;
    people =
        lists.people().stream()
            .filter(person -> Part.of(person) == part)
            .map(person -> person.toLowerCase(Locale.ROOT).split(" "))
            .filter(names -> names.length == 2)
            .map(names ->
                new String[] {AsciiLetters.of(names[0], true), AsciiLetters.of(names[1], true)})
            .filter(names -> names[0].length() > 1 && names[1].length() > 1)
            .toList();
    given = shorts.of("given", part);
    surnames = shorts.of("surname", part);
  }

  String person() {
    String[] real = dice.pick(people);
    String first = dice.chance(0.5) ? real[0] : dice.pick(given);
    String last = dice.chance(0.5) ? real[1] : dice.pick(surnames);
    String joint = dice.maybe(0.25, "-");
    return switch (dice.between(0, 6)) {
      case 0 -> first.charAt(0) + last + dice.maybe(0.3, dice.number());
      case 1 -> last + joint + first;
      case 2 -> last + joint + dice.pick(TRADES);
      case 3 -> first + dice.number();
      case 4 -> last + joint + dice.pick(surnames);
      default -> first + joint + last;
    };
  }
}
