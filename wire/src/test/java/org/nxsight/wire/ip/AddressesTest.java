package org.nxsight.wire.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "c0000235, 192.0.2.53",
    "00000000, 0.0.0.0",
    "ffffffff, 255.255.255.255",
    "20010db8000000000000000000000053, 2001:db8::53",
    "20010500000e00000000000000000001, 2001:500:e::1",
    "00000000000000000000000000000000, ::",
    "00000000000000000000000000000001, ::1",
    "00010000000000000000000000000000, 1::",
    "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
    "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
    "20010000000100000000000100000000, 2001:0:1::1:0:0",
    "00000000000000000000ffffc0000235, ::ffff:192.0.2.53",
    "000000000000000000000000c0000235, ::192.0.2.53",
    "0064ff9b0000000000000000c0000235, 64:ff9b::c000:235",
    "ffffffffffffffffffffffffffffffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "0000000000000000ffff0000c0000235, ::ffff:0:c000:235"
  })
  void printsAsInetNtopDoes(String hex, String text) {
    byte[] octets = HexFormat.of().parseHex("77" + hex + "77");
    StringBuilder out = new StringBuilder("<");
    Addresses.append(out, octets, 1, octets.length - 2);
    assertThat(out).hasToString("<" + text);
  }
}
