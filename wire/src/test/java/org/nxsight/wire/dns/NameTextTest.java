package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;

class NameTextTest {
  @Test
  void writesLabelsWithADotAtTheEndAndKeepsTheirCase() {
    assertThat(text(Octets.of().name("abcd.fsi.IO").bytes())).isEqualTo("abcd.fsi.IO.");
  }

  @Test
  void writesTheRootAsOneDot() {
    assertThat(text(new byte[] {0})).isEqualTo(".");
  }

  @Test
  void leavesOutWhatStandsBehindTheRootLabel() {
    assertThat(text(Octets.of().name("fsi.io").name("abcd").bytes())).isEqualTo("fsi.io.");
  }

  @Test
  void writesANameCutShortAsFarAsItGoes() {
    assertThat(text(Octets.of().u8(5).text("abc").bytes())).isEqualTo("abc.");
  }

  @Test
  void escapesEveryOddOctetAndNoOther() {
    for (int octet = 0; octet < 256; octet++) {
      String written = text(new byte[] {1, (byte) octet, 0});
      String expected =
          switch (octet) {
            case '.' -> "\\..";
            case '\\' -> "\\\\.";
            default ->
                octet > 0x20 && octet < 0x7f ? (char) octet + "." : String.format("\\%03d.", octet);
          };
      assertThat(written).as("octet %d", octet).isEqualTo(expected);
    }
  }

  @Test
  void readsBackEveryOctetItWrites() {
    for (int octet = 0; octet < 256; octet++) {
      byte[] name = {2, 'x', (byte) octet, 1, (byte) octet, 0};
      assertThat(wire(text(name))).as("octet %d", octet).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.Example.com.",
        "www.example.com",
        ".",
        "a\\.b.c.",
        "\\000\\255.x",
        "\\@\\;.x"
      })
  void readsANameAsDnsjavaDoes(String name) throws Exception {
    assertThat(wire(name)).isEqualTo(Name.fromString(name, Name.root).toWire());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", ".a", "a..b", "a\\", "a\\1", "a\\12", "a\\256", "a\\12x", "ä€"})
  void refusesMalformedText(String name) {
    assertThat(NameText.parse(name, new byte[DnsNames.MAX_NAME_OCTETS]))
        .isEqualTo(NameText.MALFORMED);
  }

  @Test
  void takesLabelsOf63OctetsAndNoLonger() {
    assertThat(wire("a".repeat(63))).hasSize(65);
    assertThat(NameText.parse("a".repeat(64), new byte[255])).isEqualTo(NameText.MALFORMED);
  }

  @Test
  void takesNamesOf255OctetsAndNoLonger() {
    String label = "a".repeat(63) + ".";
    String longest = label.repeat(3) + "a".repeat(61);
    assertThat(wire(longest)).hasSize(255);
    assertThat(wire(longest + ".")).hasSize(255);
    byte[] out = new byte[DnsNames.MAX_NAME_OCTETS];
    assertThat(NameText.parse(longest + "a", out)).isEqualTo(NameText.MALFORMED);
    assertThat(NameText.parse(longest + "a.", out)).isEqualTo(NameText.MALFORMED);
    assertThat(NameText.parse("a.".repeat(128), out)).isEqualTo(NameText.MALFORMED);
    assertThat(wire("a.".repeat(127))).hasSize(255);
  }

  private static String text(byte[] name) {
    StringBuilder out = new StringBuilder();
    NameText.append(out, name, 0, name.length);
    return out.toString();
  }

  private static byte[] wire(String text) {
    byte[] out = new byte[DnsNames.MAX_NAME_OCTETS];
    int length = NameText.parse(text, out);
    assertThat(length).as(text).isPositive();
    return Arrays.copyOf(out, length);
  }
}
