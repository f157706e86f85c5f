package org.nxsight.analysis.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyTableTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void keepsEachKeyAtItsSlotWhateverComesAndGoes() {
    SplittableRandom random = new SplittableRandom(11);
    KeyTable table = new KeyTable(1 << 10);
    Map<Long, Integer> slots = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long key = 1 + random.nextInt(1_200) * 0x9e37_79b9_7f4a_7c15L;
      if (slots.containsKey(key)) {
        assertThat(table.find(key)).isEqualTo(slots.get(key));
        if (random.nextInt(3) == 0) {
          table.remove(slots.remove(key));
          assertThat(table.find(key)).isEqualTo(-1);
        }
      } else if (slots.size() < 1 << 10) {
        assertThat(table.find(key)).isEqualTo(-1);
        slots.put(key, table.claim(key, i * SECOND));
        assertThat(table.isFresh()).isTrue();
      }
      assertThat(table.size()).isEqualTo(slots.size());
    }
    assertThat(table.evicted()).isZero();
  }

  @Test
  void givesUpKeysThatAreNotUsedAndKeepsThoseThatAre() {
    KeyTable table = new KeyTable(64);
    for (long i = 1; i <= 10_000; i++) {
      table.claim(7L << 32, i * SECOND);
      table.claim((i + 500_000) << 24, i * SECOND);
    }
    assertThat(table.find(7L << 32)).isNotNegative();
    assertThat(table.size()).isEqualTo(64);
    assertThat(table.evicted()).isEqualTo(10_001 - 64);
  }

  @Test
  void walksOverWhatIsInUse() {
    KeyTable table = new KeyTable(16);
    table.claim(1L << 20, 0);
    int middle = table.claim(2L << 20, 0);
    table.claim(3L << 20, 0);
    table.remove(middle);
    long keys = 0;
    for (int slot = table.next(0); slot >= 0; slot = table.next(slot + 1)) {
      keys += table.key(slot) >> 20;
    }
    assertThat(keys).isEqualTo(4);
  }
}
