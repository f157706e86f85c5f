package org.nxsight.analysis.dga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DgaScorerTest {
  private final DgaScorer scorer = new DgaScorer(DgaModel.shipped());

  private void assertIsProbability(byte[] octets, int from, int to) {
    assertThat(scorer.score(octets, from, to)).isBetween(0f, 1f);
    assertThat(scorer.linearScore(octets, from, to)).isBetween(0f, 1f);
  }

  @Test
  void theLongestLabelsHaveAScore() {
    byte[] name = new byte[256];
    for (int octet = 0; octet < 256; octet++) {
      Arrays.fill(name, (byte) octet);
      for (int label = 0; label < 256; label += 64) {
        name[label] = 63;
      }
      assertIsProbability(name, 0, 256);
      assertIsProbability(name, 0, 64);
    }
  }

  @Test
  void aHundredAndTwentySevenLabelsHaveAScore() {
    byte[] name = new byte[254];
    for (int label = 0; label < name.length; label += 2) {
      name[label] = 1;
      name[label + 1] = 'q';
    }
    assertIsProbability(name, 0, name.length);
  }

  @Test
  void anyOctetsHaveAScore() {
    long seed = 4711;
    Random random = new Random(seed);
    byte[] octets = new byte[600];
    for (int round = 0; round < 20_000; round++) {
      random.nextBytes(octets);
      int from = random.nextInt(300);
      assertIsProbability(octets, from, from + random.nextInt(301));
    }
  }

  @Test
  void anEmptyRunHasAScore() {
    assertIsProbability(new byte[0], 0, 0);
    assertIsProbability(new byte[] {0}, 0, 1);
  }

  @Test
  void caseMakesNoDifference() {
    assertThat(scorer.score("kXqZvWbTrM")).isEqualTo(scorer.score("kxqzvwbtrm"));
  }

  @Test
  void neighboursOfTheRunMakeNoDifference() {
    byte[] alone = DgaScorer.wire("kxqzvwbtrm");
    byte[] among = new byte[40];
    Arrays.fill(among, (byte) 'e');
    System.arraycopy(alone, 0, among, 9, alone.length);

    assertThat(scorer.score(among, 9, 9 + alone.length))
        .isEqualTo(scorer.score(alone, 0, alone.length));
  }

  @Test
  void theSecondOpinionIsAskedOnlyInTheGreyZone() {
    scorer.score("internationalbank");
    assertThat(scorer.decidedBy()).isEqualTo(DecidedBy.LINEAR);
    scorer.score("hbzycgw");
    assertThat(scorer.decidedBy()).isEqualTo(DecidedBy.SECOND_OPINION);
  }

  @Test
  void textBecomesLabelsInWireForm() {
    assertThat(DgaScorer.wire("ab.c")).containsExactly(2, 'a', 'b', 1, 'c');
  }
}
