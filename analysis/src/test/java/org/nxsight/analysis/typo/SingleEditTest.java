package org.nxsight.analysis.typo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleEditTest {
  private final SingleEdit edit = new SingleEdit();

  @ParameterizedTest
  @CsvSource({
    "gogle, google, OMISSION",
    "gooogle, google, REPETITION",
    "goohgle, google, INSERTION",
    "goohle, google, REPLACEMENT",
    "googel, google, TRANSPOSITION",
    "woogle, google, BIT_FLIP",
    "face-book, facebook, HYPHEN",
    "tonline, t-online, HYPHEN",
    "amazons, amazon, PLURAL",
    "new, news, PLURAL",
    "gaogle, google, VOWEL_SWAP"
  })
  void namesTheEdit(String typed, String meant, TypoClass kind) {
    assertThat(read(typed, meant)).isTrue();
    assertThat(edit.kind()).isEqualTo(kind);
    assertThat(edit.cost()).isBetween(0.1f, 1f);
  }

  @Test
  void findsAllAtDistanceOneOfOptimalStringAlignmentAndNoOthers() {
    long seed = 11;
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      String typed = word(random);
      String meant = word(random);
      assertThat(read(typed, meant))
          .as("seed %d: %s, %s", seed, typed, meant)
          .isEqualTo(distance(typed, meant) == 1);
    }
  }

  @Test
  void costsLessForNeighboursOnTheKeyboard() {
    read("googlr", "google");
    float near = edit.cost();
    read("googlx", "google");
    assertThat(near).isLessThan(edit.cost());
    // z and t are neighbours on a German keyboard, a and z on a French one.
    assertThat(Keyboards.areNeighbours((byte) 'z', (byte) 't')).isTrue();
    assertThat(Keyboards.areNeighbours((byte) 'a', (byte) 'z')).isTrue();
    assertThat(Keyboards.areNeighbours((byte) 'a', (byte) 'p')).isFalse();
    assertThat(Keyboards.areNeighbours((byte) 0xff, (byte) 'p')).isFalse();
  }

  private boolean read(String typed, String meant) {
    byte[] t = typed.getBytes(StandardCharsets.US_ASCII);
    byte[] m = meant.getBytes(StandardCharsets.US_ASCII);
    return edit.read(t, 0, t.length, m, 0, m.length);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(6); length >= 0; length--) {
      word.append((char) ('a' + random.nextInt(2)));
    }
    return word.toString();
  }

  /** The textbook form of the optimal string alignment distance. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
