package org.nxsight.store.pdns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyFilterTest {
  private static final int KEYS = 20_000;

  @Test
  void missesNoneAndTakesFewForOthers() {
    KeyFilter filter = new KeyFilter(KEYS);
    for (int i = 0; i < KEYS; i++) {
      filter.add("com.example" + i + ".www.");
    }
    int taken = 0;
    for (int i = 0; i < KEYS; i++) {
      assertThat(filter.mayHave("com.example" + i + ".www.")).isTrue();
      taken += filter.mayHave("com.example" + i + ".mail.") ? 1 : 0;
    }
    assertThat(taken).isLessThan(KEYS * 2 / 100);
  }
}
