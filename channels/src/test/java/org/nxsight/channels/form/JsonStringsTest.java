package org.nxsight.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JsonStringsTest {
  @Test
  void escapesWhatNmsgEscapes() {
    StringBuilder out = new StringBuilder();
    JsonStrings.append(out, "a\"\\/\b\f\n\r\t\0\u001f\u007f\u00e9");
    assertThat(out).hasToString("\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u00e9\"");
  }

  @Test
  void writesBase64WithPadding() {
    byte[] octets = new byte[256];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (i * 37);
    }
    for (int length = 0; length <= 255; length++) {
      byte[] some = Arrays.copyOfRange(octets, 1, 1 + length);
      StringBuilder out = new StringBuilder();
      JsonStrings.appendBase64(out, octets, 1, length);
      assertThat(out).hasToString('"' + Base64.getEncoder().encodeToString(some) + '"');
    }
  }
}
