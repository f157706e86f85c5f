package org.nxsight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bag of hashes against the one that is simplest. */
class HashBagTest {
  @Test
  void doesWhatAMapOfCountsDoes() {
    long seed = System.nanoTime();
    System.out.println("HashBagTest seed " + seed);
    Random random = new Random(seed);
    HashBag bag = new HashBag();
    Map<Long, Integer> model = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long hash = random.nextInt(5000) * 0x1_0000_0001L; // many fall on the same slots
      if (random.nextInt(100) < 60) {
        bag.add(hash);
        model.merge(hash, 1, Integer::sum);
      } else {
        assertThat(bag.remove(hash)).isEqualTo(model.containsKey(hash));
        model.computeIfPresent(hash, (key, count) -> count == 1 ? null : count - 1);
      }
    }
    assertThat(bag.distinct()).isEqualTo(model.size());
    assertThat(bag.size()).isEqualTo(model.values().stream().mapToLong(Integer::intValue).sum());
  }

  @Test
  @Timeout(60)
  void keepsFewCopiesOfOneHashAndFindsThemAtOnce() {
    HashBag bag = new HashBag();
    int kept = 0;
    for (int i = 0; i < 10_000_000; i++) {
      kept += bag.add(42) ? 1 : 0;
    }
    assertThat(kept).isEqualTo(HashBag.MOST_COPIES);
    while (bag.remove(42)) {
      kept--;
    }
    assertThat(kept).isZero();
    assertThat(bag.distinct()).isZero();
  }
}
