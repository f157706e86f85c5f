package org.nxsight.wire.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLiteralsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "255.255.255.255",
        "192.0.2.1",
        "::",
        "::1",
        "1::",
        "1:2:3:4:5:6:7:8",
        "1::8",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "::192.0.2.1",
        "64:ff9b::192.0.2.1",
        "1:2:3:4:5:6:192.0.2.1",
        "2001:DB8::A",
        "0001:0::"
      })
  void readsWhatTheJdkReads(String text) throws Exception {
    byte[] out = new byte[16];
    int octets = AddressLiterals.parse(text, out, 0);
    byte[] expected = InetAddress.getByName(text).getAddress();
    assertThat(Arrays.copyOf(out, octets)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1",
        "1.2",
        "1.2.3",
        "1.2.3.4.",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1..2.3",
        " 1.2.3.4",
        "1.2.3.4 ",
        "+1.2.3.4",
        ":",
        ":::",
        "1:",
        ":1",
        "1:::2",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2:3:4:5:6:7:8",
        "12345::",
        "g::",
        "::1.2.3",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3.4:5",
        "fe80::1%1",
        "[::1]",
        "\uff11::",
        "1.2.3.\u0664"
      })
  void refusesEverythingElse(String text) {
    assertThat(AddressLiterals.parse(text, new byte[16], 0)).isEqualTo(AddressLiterals.MALFORMED);
  }

  @Test
  void readsBackEveryAddressThatIsWritten() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] address = new byte[random.nextBoolean() ? 4 : 16];
      for (int at = 0; at < address.length; at++) {
        address[at] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
      }
      StringBuilder text = new StringBuilder();
      Addresses.append(text, address, 0, address.length);
      byte[] out = new byte[16];
      assertThat(AddressLiterals.parse(text, out, 0)).isEqualTo(address.length);
      assertThat(Arrays.copyOf(out, address.length)).as("%s", text).isEqualTo(address);
    }
  }
}
