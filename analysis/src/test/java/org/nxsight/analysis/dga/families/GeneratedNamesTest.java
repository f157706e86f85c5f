package org.nxsight.analysis.dga.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.wire.dns.NameText;

class GeneratedNamesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private final byte[] wire = new byte[255];
  private final GeneratedNames known =
      new GeneratedNames(Families.all(), MalwareNames.NONE, 2, DAY);

  @Test
  void findsEveryNameOfEveryExactFamilyOnTheDaysAround() {
    for (Family family : Families.all()) {
      for (long seed : family.seeds()) {
        for (int i = -2; i <= 2; i++) {
          family.names(seed, DAY.plusDays(i), family.listNames(), name -> expect(family, name));
        }
      }
    }
  }

  private void expect(Family family, String name) {
    int hit = find(name);
    if (family.fidelity() != Fidelity.EXACT) {
      assertThat(hit).as(name).isEqualTo(GeneratedNames.NONE);
      return;
    }
    assertThat(hit).as(name).isNotEqualTo(GeneratedNames.NONE);
    assertThat(known.family(hit)).as(name).isEqualTo(family.name());
    assertThat(known.dead(hit)).isEqualTo(family.dead());
    assertThat(known.listed(hit)).isFalse();
    assertThat(known.day(hit) == null).isEqualTo(!family.seeding().usesDay());
  }

  @Test
  void findsNoneOfAMillionOtherNames() {
    Random random = new Random(1);
    Set<String> generated = new HashSet<>();
    for (Family family : Families.all()) {
      for (long seed : family.seeds()) {
        for (int i = -2; i <= 2; i++) {
          family.names(seed, DAY.plusDays(i), family.listNames(), generated::add);
        }
      }
    }
    int found = 0;
    for (int i = 0; i < 1_000_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int j = 6 + random.nextInt(10); j > 0; j--) {
        name.append((char) ('a' + random.nextInt(26)));
      }
      name.append(".com");
      if (find(name.toString()) != GeneratedNames.NONE && !generated.contains(name.toString())) {
        found++;
      }
    }
    assertThat(found).isZero();
  }

  @Test
  void saysTheDayNearestToTheMiddleOfANameOfManyDays() {
    assertThat(known.day(find(first("qakbot", DAY)))).isEqualTo(DAY);
    assertThat(known.day(find(first("newgoz", DAY.minusDays(2))))).isEqualTo(DAY.minusDays(2));
  }

  @Test
  void findsANameBelowAKnownOneButNotAboveOrBeside() {
    String name = first("newgoz", DAY);

    assertThat(known.family(find("www." + name))).isEqualTo("newgoz");
    assertThat(known.family(find("a.b.c.d." + name))).isEqualTo("newgoz");
    assertThat(find("x" + name)).isEqualTo(GeneratedNames.NONE);
    assertThat(find("com")).isEqualTo(GeneratedNames.NONE);
    assertThat(find(".")).isEqualTo(GeneratedNames.NONE);
  }

  @Test
  void findsTheLongestOfSeveralKnownNames(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("list"), "bad.example\tA\nx.bad.example\tB\n");
    GeneratedNames listed = new GeneratedNames(List.of(), MalwareNames.read(List.of(file)), 0, DAY);

    assertThat(listed.family(listed.find(wire("y.bad.example"), 0))).isEqualTo("A");
    assertThat(listed.family(listed.find(wire("y.x.bad.example"), 0))).isEqualTo("B");
  }

  @Test
  void believesAListBeforeAFamily(@TempDir Path folder) throws IOException {
    String name = first("newgoz", DAY);
    Path file = Files.writeString(folder.resolve("list"), name + "\tmine\n");
    GeneratedNames both =
        new GeneratedNames(Families.all(), MalwareNames.read(List.of(file)), 2, DAY);

    assertThat(both.family(both.find(wire(name), 0))).isEqualTo("mine");
  }

  @Test
  void takesTheLongestNamesOfDns() {
    assertThat(find("a.".repeat(127))).isEqualTo(GeneratedNames.NONE);
    assertThat(find("\\000".repeat(63) + ".\\255.\\..")).isEqualTo(GeneratedNames.NONE);
  }

  @Test
  void turnsAtMidnightUtc() {
    GeneratedNames names = new GeneratedNames(Families.all(), MalwareNames.NONE, 0, DAY);
    byte[] today = wire(first("newgoz", DAY)).clone();
    byte[] tomorrow = wire(first("newgoz", DAY.plusDays(1))).clone();
    long midnight = nanos(DAY.plusDays(1));

    assertThat(names.follow(midnight - 1)).isFalse();
    assertThat(names.find(today, 0)).isNotEqualTo(GeneratedNames.NONE);
    assertThat(names.find(tomorrow, 0)).isEqualTo(GeneratedNames.NONE);

    assertThat(names.follow(midnight)).isTrue();
    assertThat(names.find(today, 0)).isEqualTo(GeneratedNames.NONE);
    assertThat(names.day(names.find(tomorrow, 0))).isEqualTo(DAY.plusDays(1));
  }

  @Test
  void turnsBackOnlyAfterManyEarlierRecordsInARow() {
    GeneratedNames names = new GeneratedNames(List.of(), MalwareNames.NONE, 0, DAY);
    long yesterday = nanos(DAY) - 1;
    for (int i = 1; i < DayTurn.RECORDS_TO_TURN_BACK; i++) {
      assertThat(names.follow(yesterday)).isFalse();
    }
    assertThat(names.follow(nanos(DAY))).isFalse();
    for (int i = 1; i < DayTurn.RECORDS_TO_TURN_BACK; i++) {
      assertThat(names.follow(yesterday)).isFalse();
    }
    assertThat(names.follow(yesterday)).isTrue();
  }

  @Test
  void isTheSameAfterMovingAwayAndBack() {
    int size = known.size();
    String name = first("newgoz", DAY.minusDays(2));
    known.moveTo(DAY.plusDays(1));
    assertThat(known.day(find(first("newgoz", DAY)))).isEqualTo(DAY);
    assertThat(find(name)).isEqualTo(GeneratedNames.NONE);
    known.moveTo(DAY);

    assertThat(known.size()).isEqualTo(size);
    assertThat(known.day(find(name))).isEqualTo(DAY.minusDays(2));
  }

  @Test
  void takesTextInAnyCase() {
    String name = first("newgoz", DAY);

    assertThat(known.find("WWW." + name.toUpperCase(Locale.ROOT) + ".")).isEqualTo(find(name));
    assertThat(known.find("a..b")).isEqualTo(GeneratedNames.NONE);
  }

  @Test
  void takesAnyTimeOfARecord() {
    GeneratedNames names = new GeneratedNames(Families.all(), MalwareNames.NONE, 0, DAY);
    assertThat(names.follow(Long.MAX_VALUE)).isTrue();
    assertThat(names.find(first("newgoz", LocalDate.of(2262, 4, 11)))).isNotNegative();

    names.moveTo(LocalDate.of(1677, 9, 20));
    assertThat(names.follow(Long.MIN_VALUE)).isTrue();
    assertThat(names.find(first("newgoz", LocalDate.of(1677, 9, 21)))).isNotNegative();
  }

  @Test
  void refusesMoreDaysThanAHitCanSay() {
    assertThatThrownBy(() -> new GeneratedNames(List.of(), MalwareNames.NONE, 16, DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0..15 days around");
  }

  private int find(String name) {
    return known.find(wire(name), 0);
  }

  private byte[] wire(String name) {
    assertThat(NameText.parse(name, wire)).isPositive();
    return wire;
  }

  private static long nanos(LocalDate day) {
    return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000;
  }

  private static String first(String family, LocalDate day) {
    StringBuilder name = new StringBuilder();
    for (Family f : Families.all()) {
      if (f.name().equals(family)) {
        f.names(f.seeds().getFirst(), day, 1, name::append);
      }
    }
    return name.toString();
  }
}
