package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeyTest {
  @Test
  void putsTheLabelsInReverseOrder() {
    assertThat(NameKey.of("www.example.com.")).isEqualTo("com.example.www.");
    assertThat(NameKey.of("com.")).isEqualTo("com.");
    assertThat(NameKey.of(".")).isEqualTo(".");
  }

  @Test
  void takesAnEscapedDotForNoEndOfALabel() {
    assertThat(NameKey.of("a\\.b.c\\\\.d.")).isEqualTo("d.c\\\\.a\\.b.");
    assertThat(NameKey.of("\\..x.")).isEqualTo("x.\\..");
  }

  @Test
  void isTheSameOfTextAndOctets() {
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    assertThat(NameText.parse("a\\.b.c\\\\.\\000.d.", wire)).isPositive();
    assertThat(NameKey.of(wire, 0)).isEqualTo("d.\\000.c\\\\.a\\.b.");
  }
}
