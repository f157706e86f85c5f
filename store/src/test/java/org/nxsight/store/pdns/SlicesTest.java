package org.nxsight.store.pdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsight.store.pdns.FileKeys.RowGroup;

class SlicesTest {
  private static final FileKeys FILE =
      new FileKeys(
          List.of(
              new RowGroup("a.", "b.", 100_000),
              new RowGroup("b.", "c.", 100_000),
              new RowGroup("c.", "c.", 100_000),
              new RowGroup("c.", "d.", 100_000)));

  @Test
  void cutsARangeWithoutGapOrOverlap() {
    List<KeyRange> slices = slices(KeyRange.all(Condition.ALWAYS));
    assertThat(slices.getFirst().from()).isEmpty();
    assertThat(slices.getLast().to()).isNull();
    for (int i = 1; i < slices.size(); i++) {
      assertThat(slices.get(i).from()).isEqualTo(slices.get(i - 1).to());
    }
    assertThat(slices).hasSizeGreaterThan(1);
  }

  @Test
  void neverCutsAKey() {
    assertThat(slices(KeyRange.of("c.", Condition.ALWAYS))).hasSize(1);
    assertThat(slices(KeyRange.all(Condition.ALWAYS)).stream().map(KeyRange::from))
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsWhichRowGroupsOverlap() {
    assertThat(FILE.overlapping(KeyRange.of("a.", Condition.ALWAYS))).hasSize(1);
    assertThat(FILE.overlapping(KeyRange.of("b.", Condition.ALWAYS))).hasSize(2);
    assertThat(FILE.overlapping(KeyRange.of("e.", Condition.ALWAYS))).isEmpty();
  }

  private static List<KeyRange> slices(KeyRange range) {
    List<KeyRange> slices = new ArrayList<>();
    new Slices(range, Map.of(Path.of("file"), FILE)).forEachRemaining(slices::add);
    return slices;
  }
}
