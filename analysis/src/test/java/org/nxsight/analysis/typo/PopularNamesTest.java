package org.nxsight.analysis.typo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.cut.Wire;

class PopularNamesTest {
  private final PopularNames names = new PopularNames();

  @Test
  void keepsWhatIsPopularAmongManyOthers() {
    Random random = new Random(9);
    for (int i = 0; i < 200_000; i++) {
      count(names, i % 50 == 0 ? "popular.example" : "x" + random.nextInt(100_000) + ".example");
    }
    List<String> top = top(1, 1_000);
    assertThat(top).containsExactly("popular.example");
  }

  @Test
  void ranksByCountAndLeavesOutTheRare() {
    for (int i = 0; i < 30; i++) {
      count(names, "first.example");
      count(names, i < 20 ? "second.example" : "rare" + i + ".example");
    }
    assertThat(top(10, 15)).containsExactly("first.example", "second.example");
    assertThat(top(1, 15)).containsExactly("first.example");
    names.age();
    assertThat(top(10, 15)).containsExactly("first.example");
  }

  @Test
  void goesOnFromASnapshotAndAddsUp() {
    count(names, "first.example");
    PopularNames other = new PopularNames();
    other.restore(names.snapshot());
    other.merge(names);
    Targets targets = new Targets();
    other.addTo(targets, 10, 2, 1);
    assertThat(targets.all()).containsExactly(new Target("first.example", 1, Target.TRAFFIC));
    assertThatIllegalArgumentException().isThrownBy(() -> names.restore(new byte[9]));
    other.clear();
    Targets none = new Targets();
    other.addTo(none, 10, 0, 1);
    assertThat(none.all()).isEmpty();
  }

  @Test
  void leavesOutSuffixesAndWhatNobodyTypes() {
    names.onRecord(Wire.of("com"), -1);
    count(names, "a".repeat(63) + ".example");
    assertThat(top(10, 0)).isEmpty();
  }

  private static void count(PopularNames names, String domain) {
    names.onRecord(Wire.of(domain), 0);
  }

  private List<String> top(int most, int leastCount) {
    Targets targets = new Targets();
    names.addTo(targets, most, leastCount, 1);
    return targets.all().stream().map(Target::domain).toList();
  }
}
