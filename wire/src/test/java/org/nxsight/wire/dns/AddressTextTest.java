package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
  @Test
  void writesIpv4Dotted() {
    StringBuilder out = new StringBuilder();
    AddressText.appendIpv4(out, new byte[] {9, (byte) 192, 0, 2, (byte) 255}, 1);
    assertThat(out).hasToString("192.0.2.255");
  }

  @ParameterizedTest
  @CsvSource({
    "00000000000000000000000000000000, ::",
    "00000000000000000000000000000001, ::1",
    "20010db8000000000000000000000001, 2001:db8::1",
    "20010db8000000000000000000530001, 2001:db8::53:1",
    "20010db8000100000000000000000000, 2001:db8:1::",
    "20010db8000000010000000000000001, 2001:db8:0:1::1",
    "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
    "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
    "00000000000000000000ffffc6336464, ::ffff:198.51.100.100",
    "000000000000000000000000c6336464, ::198.51.100.100",
    "0000000000000000fffe0000c6336464, ::fffe:0:c633:6464",
    "fe8000000000000002aabbfffeccddee, fe80::2aa:bbff:fecc:ddee"
  })
  void writesIpv6AsInetNtopDoes(String hex, String text) {
    StringBuilder out = new StringBuilder();
    AddressText.appendIpv6(out, HexFormat.of().parseHex(hex), 0);
    assertThat(out).hasToString(text);
  }
}
