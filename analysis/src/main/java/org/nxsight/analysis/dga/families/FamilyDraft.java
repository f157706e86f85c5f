package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** A {@link Family} being put together; what is not said is: a day's names, alike, alive. */
final class FamilyDraft {
  private final String name;
  private Seeding seeding = Seeding.DAY;
  private Fidelity fidelity = Fidelity.ALIKE;
  private boolean ofWords;
  private boolean dead;
  private List<String> topLevelDomains = List.of();
  private String describedIn = "";
  private List<Long> seeds = List.of(0L);
  private int listNames = 1000;
  private UnaryOperator<LocalDate> firstDay = UnaryOperator.identity();

  FamilyDraft(String name) {
    this.name = name;
  }

  /** The names change with the day only. */
  FamilyDraft perDay(int names) {
    seeding = Seeding.DAY;
    listNames = names;
    return this;
  }

  /** The names of a seed are the same for ever. */
  FamilyDraft perSeed(int names, long... known) {
    seeding = Seeding.SEED;
    return seeded(names, known);
  }

  FamilyDraft perSeedAndDay(int names, long... known) {
    seeding = Seeding.SEED_AND_DAY;
    return seeded(names, known);
  }

  private FamilyDraft seeded(int names, long... known) {
    listNames = names;
    seeds = LongStream.of(known).boxed().toList();
    return this;
  }

  FamilyDraft under(String... suffixes) {
    topLevelDomains = List.of(suffixes);
    return this;
  }

  FamilyDraft exact() {
    fidelity = Fidelity.EXACT;
    return this;
  }

  FamilyDraft ofWords() {
    ofWords = true;
    return this;
  }

  FamilyDraft dead() {
    dead = true;
    return this;
  }

  /** For a list that is good for more than a day: the first day of a day's list. */
  FamilyDraft from(UnaryOperator<LocalDate> firstDayOfList) {
    firstDay = firstDayOfList;
    return this;
  }

  FamilyDraft describedIn(String source) {
    describedIn = source;
    return this;
  }

  Family by(NameGenerator generator) {
    return new Family(
        name,
        seeding,
        fidelity,
        ofWords,
        dead,
        topLevelDomains,
        describedIn,
        seeds,
        listNames,
        firstDay,
        generator);
  }
}
