package org.nxsight.analysis.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dns.NameText;

/** What is kept at the slots of a table. */
class CountsTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void countsDifferentThingsAboutAsManyAsThereAre() {
    SplittableRandom random = new SplittableRandom(3);
    DistinctCounts counts = new DistinctCounts(4, 8);
    for (int each : new int[] {1, 10, 100, 1_000, 100_000}) {
      counts.clear(2);
      for (int i = 0; i < each; i++) {
        long hash = random.nextLong();
        counts.add(2, hash);
        counts.add(2, hash);
      }
      assertThat((double) counts.count(2)).isCloseTo(each, within(each * 0.2));
    }
    assertThat(counts.count(1)).isZero();
    assertThat(counts.count(3)).isZero();
  }

  @Test
  void joinsTwoCountsAsIfOneHadSeenAll() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    DistinctCounts all = new DistinctCounts(1, 6);
    DistinctCounts left = new DistinctCounts(1, 6);
    DistinctCounts right = new DistinctCounts(1, 6);
    for (int i = 0; i < 500; i++) {
      long hash = random.nextLong();
      all.add(0, hash);
      (i % 3 == 0 ? left : right).add(0, hash);
    }
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    left.snapshot(0, new DataOutputStream(state));
    right.merge(0, in(state));
    assertThat(right.count(0)).isEqualTo(all.count(0));
  }

  @Test
  void isAlarmedByASpikeAndNotByChance() {
    SplittableRandom random = new SplittableRandom(5);
    Tempo tempo = new Tempo(1);
    int falseAlarms = 0;
    for (int period = 0; period < 10_000; period++) {
      tempo.add(0, poisson(random, 20));
      tempo.endPeriod(0);
      falseAlarms += tempo.isAlarmed(0) ? 1 : 0;
    }
    assertThat(falseAlarms).isLessThan(60);
    assertThat(tempo.usual(0)).isCloseTo(20, within(5f));
    int periods = 0;
    while (!tempo.isAlarmed(0)) {
      tempo.add(0, poisson(random, 60));
      tempo.endPeriod(0);
      periods++;
    }
    assertThat(periods).isLessThanOrEqualTo(2);
  }

  private static int poisson(SplittableRandom random, double mean) {
    double product = 1;
    int count = -1;
    for (double limit = Math.exp(-mean); product > limit; count++) {
      product *= random.nextDouble();
    }
    return count;
  }

  @Test
  void seesTheGapsOfAMachine() {
    SplittableRandom random = new SplittableRandom(6);
    Gaps gaps = new Gaps(2);
    long machine = 1_000 * SECOND;
    long people = 1_000 * SECOND;
    for (int i = 0; i < 40; i++) {
      gaps.add(0, machine);
      gaps.add(1, people);
      machine += (i % 7 == 0 ? 600 : 300) * SECOND + random.nextLong(8 * SECOND);
      people += (long) (-Math.log(random.nextDouble()) * 300 * SECOND);
    }
    assertThat(gaps.isRegular(0)).isTrue();
    assertThat(gaps.medianSeconds(0)).isBetween(295, 310);
    assertThat(gaps.isRegular(1)).isFalse();
  }

  @Test
  void choosesTheSameExamplesInWhateverOrderNamesCome() throws IOException {
    ExampleNames forth = new ExampleNames(3);
    ExampleNames back = new ExampleNames(3);
    ExampleNames late = new ExampleNames(3);
    byte[] wire = new byte[255];
    for (int i = 0; i < 100; i++) {
      add(forth, i, wire);
      add(back, 99 - i, wire);
      add(i < 50 ? late : forth, i, wire);
    }
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    forth.snapshot(new DataOutputStream(state));
    late.merge(in(state));
    assertThat(forth.texts(9)).hasSize(3).isEqualTo(back.texts(9)).isEqualTo(late.texts(9));
    assertThat(forth.texts(2)).hasSize(2);
  }

  private static void add(ExampleNames names, int number, byte[] wire) {
    int octets = NameText.parse("host" + number + ".example.com.", wire);
    names.add(new SplittableRandom(number).nextLong(), wire, 0, octets);
  }

  private static DataInputStream in(ByteArrayOutputStream state) {
    return new DataInputStream(new ByteArrayInputStream(state.toByteArray()));
  }
}
