package org.nxsight.bench.groups;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.bench.evaluate.Dice;
import org.nxsight.bench.evaluate.Words;

/** Missing names that no generator made, though some look like it. */
final class Harmless {
  /** What there is. */
  enum Kind {
    FEW("10 to 40 domains of one resolver"),
    MANY("300 domains of one resolver"),
    CROWD("2,000 domains of 100 resolvers"),
    ONE_SUFFIX("300 domains below one suffix of 20 resolvers"),
    BOUGHT("100 pairs of words below com: a registrar's checks"),
    ACRONYMS("10 acronyms and numbers of one resolver"),
    ONE_DOMAIN("50 random hosts of one domain that nobody has"),
    LIVING_ZONE("50 random hosts of one zone that lives"),
    PLATFORM("50 random hosts below a content platform's suffix");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private static final long TEN_MINUTES = 600_000_000_000L;

  private final Dice dice;
  private final Names names;

  Harmless(Dice dice, Names names) {
    this.dice = dice;
    this.names = names;
  }

  /** Names of a kind, asked for within ten minutes. */
  List<Denial> draw(Kind kind) {
    return switch (kind) {
      case FEW -> domains(dice.between(10, 40), 1);
      case MANY -> domains(300, 1);
      case CROWD -> domains(2_000, 100);
      case ONE_SUFFIX -> below(dice.of(Words.SUFFIXES), 300, 20);
      case BOUGHT -> bought();
      case ACRONYMS -> acronyms();
      case ONE_DOMAIN -> hosts(names.benign(), null, 50);
      case LIVING_ZONE -> {
        String zone = names.benign();
        yield hosts(zone, zone, 50);
      }
      case PLATFORM -> {
        String platform = dice.of("cloudfront.net", "herokuapp.com", "azurewebsites.net");
        yield hosts(platform, platform, 50);
      }
    };
  }

  private List<Denial> domains(int count, int resolvers) {
    List<Denial> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = names.benign();
      all.add(new Denial(time(), name, Names.suffix(name), dice.below(resolvers)));
    }
    return all;
  }

  private List<Denial> below(String suffix, int count, int resolvers) {
    List<Denial> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = names.label() + "." + suffix;
      all.add(new Denial(time(), name, suffix, dice.below(resolvers)));
    }
    return all;
  }

  private List<Denial> bought() {
    List<Denial> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String name = dice.of(Words.ENGLISH) + dice.of(Words.ENGLISH) + ".com";
      all.add(new Denial(time(), name, "com", 1));
    }
    return all;
  }

  private List<Denial> acronyms() {
    String suffix = dice.of(Words.SUFFIXES);
    List<Denial> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      StringBuilder label = new StringBuilder();
      for (int letters = dice.between(4, 7); letters > 0; letters--) {
        label.append(dice.of(dice.chance(0.5) ? Words.SYLLABLES : Words.OTHERS).charAt(0));
      }
      String name =
          dice.chance(0.2)
              ? dice.digits("0123456789", 5, 7)
              : label + dice.of("", "", "gmbh", "ltd", "edu", "88");
      all.add(new Denial(time(), name + "." + suffix, suffix, 1));
    }
    return all;
  }

  private List<Denial> hosts(String below, @Nullable String zone, int count) {
    List<Denial> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = dice.digits(Dice.ALPHANUMERIC, 8, 16) + "." + below;
      all.add(new Denial(time(), name, zone == null ? Names.suffix(below) : zone, dice.below(5)));
    }
    return all;
  }

  private long time() {
    return Trial.noonNanos() + Math.floorMod(dice.bits(), TEN_MINUTES);
  }
}
