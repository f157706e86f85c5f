package org.nxsight.app.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
  private static final String HOSTILE = "\\u001b[2J\\u202ecom.<script>\\u0007";
  private static final String NOW =
      "{\"time\":\"2026-11-24T04:22:51Z\",\"packets\":1234567,\"packets_per_second\":1000.5,"
          + "\"rcodes\":{\"NXDOMAIN\":20.0},\"causes\":{\"TYPO\":3.5,\"WPAD\":9.0},"
          + "\"top_cuts\":[{\"cut\":\""
          + HOSTILE
          + "\",\"per_second\":7.5}],\"dropped\":{},\"last_findings\":[{\"severity\":\"high\","
          + "\"kind\":\"BIRTH\",\"subject\":\""
          + HOSTILE
          + "\",\"sentence\":\"it lives\"}]}";

  private final Screen screen = new Screen(UnaryOperator.identity());
  private final Look look = new Look();

  private List<String> lines(int rows, int columns) {
    NowReading now = Objects.requireNonNull(NowReading.parse(NOW));
    return List.of(screen.frame(now, look, "", rows, columns).split("\r\n", -1));
  }

  private static String visible(String line) {
    return line.replaceAll("\033\\[[0-9;?]*[a-zA-Z]", "");
  }

  @ParameterizedTest
  @CsvSource({"24, 80", "5, 20", "1, 1", "60, 200", "2, 300"})
  void fitsTheTerminal(int rows, int columns) {
    List<String> lines = lines(rows, columns);
    assertThat(lines).hasSize(rows);
    assertThat(lines).allMatch(line -> visible(line).length() <= columns);
  }

  @Test
  void letsNoNameSteerTheTerminal() {
    for (String line : lines(40, 120)) {
      assertThat(visible(line)).matches("[ -~]*");
      assertThat(line).doesNotContain("\033[2J");
    }
  }

  @Test
  void sortsAndFiltersByKeys() {
    assertThat(order()).isEqualTo(List.of("WPAD", "TYPO"));
    look.onKey('s');
    assertThat(order()).isEqualTo(List.of("TYPO", "WPAD"));
    look.onKey('r');
    assertThat(order()).isEqualTo(List.of("WPAD", "TYPO"));
    "/tyx\177\r".chars().forEach(key -> look.onKey((char) key));
    assertThat(order()).isEqualTo(List.of("TYPO"));
    look.onKey((char) 27);
    assertThat(order()).hasSize(2);
    look.onKey('q');
    assertThat(look.isOver()).isTrue();
  }

  private List<String> order() {
    return look.sorted(Map.of("TYPO", 3.5, "WPAD", 9.0)).stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void takesNothingThatIsNoState() {
    assertThat(NowReading.parse("{}")).isNull();
    assertThat(NowReading.parse("[1")).isNull();
    assertThat(NowReading.parse("<html>")).isNull();
  }
}
