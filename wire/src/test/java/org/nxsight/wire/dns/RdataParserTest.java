package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RdataParserTest {
  private static final int IN = 1;

  @ParameterizedTest
  @MethodSource({
    "org.nxsight.wire.dns.RdataTextTest#wellFormed",
    "org.nxsight.wire.dns.RdataTextTest#serviceBindings"
  })
  void readsBackWhatIsWritten(String type, byte[] rdata, String text) {
    byte[] canonical = new byte[RdataUnpack.MAX_OCTETS];
    int number = RecordTypes.number(type);
    int octets =
        RdataUnpack.unpackCanonical(
            rdata, 0, rdata.length, 0, rdata.length, number, IN, canonical, 0);
    assertThat(parse(type, text))
        .isEqualTo(octets == RdataUnpack.MALFORMED ? "malformed" : hex(canonical, octets));
  }

  @ParameterizedTest
  @MethodSource({
    "org.nxsight.wire.dns.RdataTextTest#wellFormed",
    "org.nxsight.wire.dns.RdataTextTest#serviceBindings"
  })
  void readsTheGenericFormOfEveryType(String type, byte[] rdata, String text) {
    StringBuilder generic = new StringBuilder("\\# ").append(rdata.length).append(' ');
    generic.append(HexFormat.ofDelimiter(" ").formatHex(rdata)).append(' ');
    assertThat(parse(type, generic.toString())).isEqualTo(parse(type, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          TYPE65280 | \\# 3 0a 00 ff   | 0a00ff
          TYPE65280 | \\# 3 0a00FF     | 0a00ff
          TYPE65280 | \\# 0            | ''
          DS        | 1 8 2 AB cd      | 00010802abcd
          TXT       | plain "and this" | 05706c61696e08616e642074686973
          CAA       | 0 issue "ca"     | 00056973737565 6361
          MX        | 10 MAIL.Example. | 000a046d61696c076578616d706c6500
          NS        | a\\.b.c.          | 03612e62016300
          NS        | a\\000.c          | 02610001 6300
          AAAA      | ::ffff:192.0.2.1 | 00000000000000000000ffffc0000201
          TXT       | "\\"\\\\\\255"       | 03225cff
          """)
  void readsWhatOthersWrite(String type, String text, String hex) {
    assertThat(parse(type, text)).isEqualTo(hex.replace(" ", "").replace("'", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          A         | 192.0.2
          A         | 192.0.2.256
          A         | 192.0.2.01
          A         | 192.0.2.1 x
          A         | 2001:db8::1
          AAAA      | 192.0.2.1
          AAAA      | 2001:db8::1::2
          AAAA      | 1:2:3:4:5:6:7
          AAAA      | fe80::1%eth0
          MX        | 10
          MX        | 65536 a.
          MX        | -1 a.
          MX        | 10 a..b.
          NS        |
          NS        | a. b.
          NS        | a\\256.
          SOA       | a. b. 1 2 3 4
          SOA       | a. b. 1 2 3 4 4294967296
          TXT       | "open
          TXT       | "a"b
          TXT       | "a\\"
          DS        | 1 8 2 ABC
          DNSKEY    | 256 3 5 AQP
          NSEC      | a. A NOTYPE
          NSEC3     | 1 1 12 aabbccd 2T7B
          SVCB      | 1 . port=x
          SVCB      | 1 . nokey=1
          SVCB      | 1 . key65535=""
          EUI48     | 00-00-5e-00-53
          TYPE65280 | 0a00ff
          TYPE65280 | \\# 2 0a00ff
          TYPE65280 | \\# x
          TYPE65280 | \\#
          TYPE65280 | \\# 65536 00
          OPT       | \\# 3 000a00
          A         | \\# 3 0a00ff
          SOA       | \\# 36 03616263046465666700c000000000010000000200000003000000040000000500
          """)
  void refusesEverythingElse(String type, String text) {
    assertThat(parse(type, text == null ? "" : text)).isEqualTo("malformed");
  }

  @Test
  void refusesAStringOfMoreThan255Octets() {
    assertThat(parse("TXT", "a".repeat(255))).hasSize(512);
    assertThat(parse("TXT", "a".repeat(256))).isEqualTo("malformed");
  }

  @Test
  void refusesMoreOctetsThanRdataCanHave() {
    String most = ("\"" + "a".repeat(255) + "\" ").repeat(255) + "\"" + "a".repeat(254) + "\"";
    assertThat(parse("TXT", most)).hasSize(2 * 65_535);
    assertThat(parse("TXT", most + " a")).isEqualTo("malformed");
  }

  @Test
  void neverFailsOnRandomTextAndReadsBackWhatItTook() {
    Random random = new Random(20260101);
    String pieces = "0123456789abcXYZ.:,=-\\\"# \u00e9\t";
    for (int i = 0; i < 200_000; i++) {
      int type = random.nextInt(66);
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      byte[] out = new byte[RdataParser.MAX_OCTETS];
      int octets = RdataParser.parse(text, type, out);
      if (octets != RdataParser.MALFORMED && type != RecordTypes.number("SVCB")) {
        StringBuilder written = new StringBuilder();
        assertThat(RdataText.append(written, out, 0, octets, type, IN)).isTrue();
        byte[] again = new byte[RdataParser.MAX_OCTETS];
        int octetsAgain = RdataParser.parse(written, type, again);
        assertThat(hex(again, octetsAgain)).as("%s %s", type, text).isEqualTo(hex(out, octets));
      }
    }
  }

  private static String parse(String type, String text) {
    byte[] out = new byte[RdataParser.MAX_OCTETS];
    int octets = RdataParser.parse(text, RecordTypes.number(type), out);
    return octets == RdataParser.MALFORMED ? "malformed" : hex(out, octets);
  }

  private static String hex(byte[] octets, int length) {
    return HexFormat.of().formatHex(Arrays.copyOf(octets, Math.max(0, length)));
  }
}
