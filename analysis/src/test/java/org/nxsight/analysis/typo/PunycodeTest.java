package org.nxsight.analysis.typo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {
  private final int[] out = new int[63];

  @Test
  void readsWhatTheJdkWrites() {
    long seed = 3;
    Random random = new Random(seed);
    String characters = "abcxyz09-äöüßéñłабвгдежαβγδアイウ中文字";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("a");
      for (int length = random.nextInt(14); length > 0; length--) {
        text.append(characters.charAt(random.nextInt(characters.length())));
      }
      String label = text.append('ж').toString();
      byte[] written = IDN.toASCII(label).getBytes(StandardCharsets.US_ASCII);
      if (written.length <= 63) {
        int count = Punycode.decode(written, 0, written.length, out);
        assertThat(count).as("seed %d, %s", seed, label).isPositive();
        assertThat(new String(out, 0, count)).isEqualTo(IDN.toUnicode(IDN.toASCII(label)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xn--z", "xn--99999999", "xn--abc-z", "xn--a-_", "xn--a-é"})
  void isMalformedWhenItIsNoALabel(String label) {
    byte[] octets = label.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Punycode.decode(octets, 0, octets.length, out)).isEqualTo(Punycode.MALFORMED);
  }

  @Test
  void everyLookAlikeIsALetter() {
    for (int character = 0x80; character < 0x600; character++) {
      int letter = Confusables.letter(character);
      assertThat(letter == 0 || Character.isLetterOrDigit(letter) || letter == '-')
          .as("U+%04X", character)
          .isTrue();
    }
    assertThat(Confusables.letter('а')).isEqualTo('a');
    assertThat(Confusables.letter('ü')).isEqualTo('u');
    assertThat(Confusables.letter('ο')).isEqualTo('o');
    assertThat(Confusables.letter('中')).isZero();
  }
}
