package org.nxsight.analysis.dga.families;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownAnswersTest {
  private static final Map<String, Family> FAMILIES =
      Families.all().stream().collect(Collectors.toMap(Family::name, Function.identity()));

  record Answer(String family, long seed, LocalDate day, String place, String name) {}

  @ParameterizedTest
  @MethodSource("answers")
  void givesThePublishedName(Answer answer) {
    List<String> names = new ArrayList<>();
    Family family = family(answer);
    family.names(answer.seed(), answer.day(), family.listNames(), names::add);

    if (answer.place().equals("*")) {
      assertThat(names).contains(answer.name());
    } else {
      assertThat(names.get(Integer.parseInt(answer.place()))).isEqualTo(answer.name());
    }
  }

  @Test
  void callsExactThoseFamiliesOfWhichPublishedNamesAreTested() throws IOException {
    Set<String> tested = answers().map(Answer::family).collect(toSet());
    Set<String> exact =
        Families.all().stream()
            .filter(f -> f.fidelity() == Fidelity.EXACT)
            .map(Family::name)
            .collect(toSet());

    assertThat(exact).isEqualTo(tested);
  }

  @Test
  void knowsTheSeedsOfThePublishedNames() throws IOException {
    assertThat(answers()).allSatisfy(a -> assertThat(family(a).seeds()).contains(a.seed()));
  }

  static Stream<Answer> answers() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(KnownAnswersTest.class.getResourceAsStream("known-answers.tsv"))) {
      return new String(file.readAllBytes(), US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(KnownAnswersTest::answer);
    }
  }

  private static Answer answer(String line) {
    String[] fields = line.split("\t", -1);
    return new Answer(
        fields[0], Long.parseLong(fields[1], 16), LocalDate.parse(fields[2]), fields[3], fields[4]);
  }

  private static Family family(Answer answer) {
    return Objects.requireNonNull(FAMILIES.get(answer.family()));
  }
}
