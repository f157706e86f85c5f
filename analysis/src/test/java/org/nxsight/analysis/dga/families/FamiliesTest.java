package org.nxsight.analysis.dga.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

class FamiliesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final int NAMES = 200;

  static Stream<Family> all() {
    return Families.all().stream();
  }

  @Test
  void haveNamesOfTheirOwn() {
    assertThat(Families.all())
        .extracting(Family::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9][a-z0-9.-]*"))
        .hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("all")
  void sayWhereTheyAreDescribed(Family family) {
    assertThat(family.describedIn()).isNotBlank();
    assertThat(family.topLevelDomains()).isNotEmpty();
    assertThat(family.seeds()).isNotEmpty();
    assertThat(family.listNames()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("all")
  void giveTheSameNamesAgain(Family family) {
    assertThat(names(family, 1, DAY)).isEqualTo(names(family, 1, DAY)).hasSize(NAMES);
  }

  @ParameterizedTest
  @MethodSource("all")
  void giveWellFormedNamesInLowerCaseUnderTheirSuffixesOnAnyDay(Family family) {
    Random random = new Random(20_261_124);
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    for (int i = 0; i < 6; i++) {
      LocalDate day = LocalDate.ofEpochDay(random.nextInt(40_000));
      long seed = family.seeds().get(random.nextInt(family.seeds().size()));
      for (String name : names(family, seed, day)) {
        assertThat(name).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
        assertThat(NameText.parse(name, wire)).isNotEqualTo(NameText.MALFORMED);
        assertThat(family.topLevelDomains()).anyMatch(suffix -> name.endsWith("." + suffix));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void giveOtherNamesForAnotherSeedWhereTheyAreSeeded(Family family) {
    List<Long> seeds = family.seeds();
    for (int i = 1; i < seeds.size(); i++) {
      assertThat(names(family, seeds.get(i), DAY)).isNotEqualTo(names(family, seeds.get(0), DAY));
    }
    if (!family.seeding().usesSeed()) {
      assertThat(names(family, 1, DAY)).isEqualTo(names(family, 2, DAY));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void giveOtherNamesInAnotherMonthWhereTheyAreDated(Family family) {
    long seed = family.seeds().getFirst();
    List<String> now = names(family, seed, DAY);
    List<String> later = names(family, seed, DAY.plusDays(35));

    if (family.seeding().usesDay()) {
      assertThat(later).isNotEqualTo(now);
    } else {
      assertThat(later).isEqualTo(now);
    }
  }

  private static List<String> names(Family family, long seed, LocalDate day) {
    List<String> names = new ArrayList<>();
    family.names(seed, day, NAMES, names::add);
    return names;
  }
}
