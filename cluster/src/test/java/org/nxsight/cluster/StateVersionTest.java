package org.nxsight.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nxsight.analysis.sharding.Stage;

class StateVersionTest {
  private static final JobSettings SETTINGS =
      new JobSettings(2, 1, 2, LocalDate.of(2026, 3, 10), List.of(), List.of(), List.of(), 0, 1000);

  @ParameterizedTest
  @EnumSource(StageMaker.class)
  void refusesAStateOfAnotherVersionInOneLine(StageMaker maker) throws IOException {
    Stage stage = maker.make(SETTINGS, (to, message) -> {});
    DataInputStream state = new DataInputStream(new ByteArrayInputStream(new byte[] {99, 0, 0}));
    assertThatThrownBy(() -> stage.restore(0, state))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the state is of version 99, and this program reads version 1")
        .hasMessageNotContaining("\n");
  }
}
