package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RdataTextTest {
  private static final int IN = 1;
  private static final int CH = 3;

  static Stream<Arguments> wellFormed() {
    return Stream.of(
        rdata("A", Octets.of().hex("c0000235"), "192.0.2.53"),
        rdata("AAAA", Octets.of().hex("20010db8 00000000 00000000 00000053"), "2001:db8::53"),
        rdata("NS", Octets.of().name("a.iana-servers.net"), "a.iana-servers.net."),
        rdata("CNAME", Octets.of().name("Example.COM"), "Example.COM."),
        rdata("PTR", Octets.of().u8(0), "."),
        rdata("DNAME", Octets.of().name("x.y"), "x.y."),
        rdata("MX", Octets.of().u16(10).name("mail.example"), "10 mail.example."),
        rdata("RP", Octets.of().name("louie.trantor").u8(0), "louie.trantor. ."),
        rdata("MINFO", Octets.of().name("a").name("b"), "a. b."),
        rdata("AFSDB", Octets.of().u16(1).name("db.example"), "1 db.example."),
        rdata("RT", Octets.of().u16(2).name("r.example"), "2 r.example."),
        rdata("KX", Octets.of().u16(3).name("k.example"), "3 k.example."),
        rdata("PX", Octets.of().u16(5).name("a").name("b"), "5 a. b."),
        rdata("X25", Octets.of().string("311061700956"), "\"311061700956\""),
        rdata("ISDN", Octets.of().string("150862028003217"), "\"150862028003217\""),
        rdata("ISDN", Octets.of().string("1508").string("004"), "\"1508\" \"004\""),
        rdata("HINFO", Octets.of().string("PDP 11/70").string("UNIX"), "\"PDP 11/70\" \"UNIX\""),
        rdata("NULL", Octets.of().hex("00ff"), "00FF"),
        rdata("WKS", Octets.of().hex("0a000001 06 000040"), "167772161 6 000040"),
        rdata("SRV", Octets.of().u16(0).u16(1).u16(9).name("s.example"), "0 1 9 s.example."),
        rdata(
            "SOA",
            Octets.of().name("ns.x").name("h.x").u32(4294967295L).u32(2).u32(3).u32(4).u32(5),
            "ns.x. h.x. 4294967295 2 3 4 5"),
        rdata(
            "NAPTR",
            Octets.of().u16(100).u16(10).string("u").string("sip+E2U").string("!^.*$!\\1!").u8(0),
            "100 10 \"u\" \"sip+E2U\" \"!^.*$!\\\\1!\" ."),
        rdata("TXT", Octets.of().string("some").string("te xt"), "\"some\" \"te xt\""),
        rdata("TXT", Octets.of().string("\"q\"\\;\n\u00ff"), "\"\\\"q\\\"\\\\;\\010\\255\""),
        rdata("TXT", Octets.of().string(""), "\"\""),
        rdata("SPF", Octets.of().string("v=spf1 -all"), "\"v=spf1 -all\""),
        rdata(
            "URI",
            Octets.of().u16(10).u16(1).text("ftp://ftp1.example.com/public"),
            "10 1 \"ftp://ftp1.example.com/public\""),
        rdata(
            "CAA",
            Octets.of().u8(128).string("issue").text("ca.example"),
            "128 \"issue\" \"ca.example\""),
        rdata("EUI48", Octets.of().hex("00005e00532a"), "00-00-5e-00-53-2a"),
        rdata("EUI64", Octets.of().hex("00005eef1000002a"), "00-00-5e-ef-10-00-00-2a"),
        rdata("A6", Octets.of().hex("80").name("a.b"), "128 a.b."),
        rdata("A6", Octets.of().hex("40 0000000000000001").name("n"), "64 ::1 n."),
        rdata("OPENPGPKEY", Octets.of().hex("0102030405060708"), "AQIDBAUGBwg="),
        rdata("TLSA", Octets.of().hex("000001d2ab"), "0 0 1 D2AB"),
        rdata("DS", Octets.of().u16(60485).u8(5).u8(1).hex("2bb183af"), "60485 5 1 2BB183AF"),
        rdata("CDS", Octets.of().u16(0).u8(0).u8(0).u8(0), "0 0 0 00"),
        rdata("DNSKEY", Octets.of().u16(256).u8(3).u8(5).hex("0103d2"), "256 3 5 AQPS"),
        rdata("CDNSKEY", Octets.of().u16(257).u8(3).u8(13).hex("ff"), "257 3 13 /w=="),
        rdata(
            "RRSIG",
            Octets.of().u16(1).u8(5).u8(3).u32(86400).u32(1048354263).u32(1045762263).u16(2642),
            "A 5 3 86400 1048354263 1045762263 2642"),
        rdata(
            "RRSIG",
            Octets.of().u16(65280).u8(5).u8(3).u32(1).u32(2).u32(3).u16(4).name("x").hex("a0"),
            "TYPE65280 5 3 1 2 3 4 x. oA=="),
        rdata(
            "SIG",
            Octets.of().u16(1).u8(5).u8(3).u32(1).u32(2).u32(3).u16(4).name("x").hex("a0"),
            "1 5 3 1 2 3 4 x. A0"),
        rdata("NXT", Octets.of().name("x").hex("6000"), "x. 6000"),
        rdata(
            "NSEC",
            Octets.of()
                .name("host.example.com")
                .hex("0006400100000003041b")
                .hex("0000".repeat(13))
                .hex("20"),
            "host.example.com. A MX RRSIG NSEC TYPE1234"),
        rdata("NSEC", Octets.of().name("fsi.io").hex("000140010140800140"), "fsi.io. A CAA DLV"),
        rdata("CSYNC", Octets.of().u32(66).u16(3).hex("000460000008"), "66 3 A NS AAAA"),
        rdata(
            "NSEC3",
            Octets.of()
                .hex("01 01 000c 04 aabbccdd 14 174eb2409fe28bcb4887a1836f957f0a8425e27b")
                .hex("0007 22 01 00 00 00 02 90"),
            "1 1 12 aabbccdd 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR NS SOA MX RRSIG DNSKEY NSEC3PARAM"),
        rdata("NSEC3", Octets.of().hex("01 00 0000 00 00"), "1 0 0 - 0"),
        rdata("NSEC3PARAM", Octets.of().hex("01 00 000a 02 ab01"), "1 0 10 ab01"));
  }

  /** The examples of RFC 9460, appendix D, and one parameter of each kind. */
  static Stream<Arguments> serviceBindings() {
    return Stream.of(
        rdata("HTTPS", Octets.of().u16(0).name("foo.example.com"), "0 foo.example.com."),
        rdata("SVCB", Octets.of().u16(1).u8(0), "1 ."),
        svcb(Octets.of().u16(3).u16(2).u16(53), "port=53"),
        svcb(Octets.of().u16(667).u16(5).text("hello"), "key667=\"hello\""),
        svcb(Octets.of().u16(667).u16(9).text("hello\u00d2qoo"), "key667=\"hello\\210qoo\""),
        svcb(
            Octets.of().u16(6).u16(16).hex("20010db8000000000000000000530001"),
            "ipv6hint=2001:db8::53:1"),
        svcb(
            Octets.of().u16(1).u16(12).string("f\\oo,bar").string("h2"),
            "alpn=\"f\\\\\\\\oo\\\\,bar,h2\""),
        svcb(Octets.of().u16(1).u16(4).string("\"\u0001x"), "alpn=\"\\\"\\001x\""),
        svcb(Octets.of().u16(0).u16(4).u16(1).u16(4), "mandatory=alpn,ipv4hint"),
        svcb(Octets.of().u16(4).u16(8).hex("c0000201c0000202"), "ipv4hint=192.0.2.1,192.0.2.2"),
        svcb(Octets.of().u16(2).u16(0).u16(3).u16(2).u16(1), "no-default-alpn port=1"),
        svcb(Octets.of().u16(5).u16(2).hex("fe0d").u16(3).u16(2).u16(1), "ech=/g0= port=1"),
        svcb(Octets.of().u16(9).u16(0), "key9=\"\""));
  }

  static Stream<Arguments> ednsOptions() {
    return Stream.of(
        rdata("OPT", Octets.of().u16(3).u16(3).text("ns1"), "OPT=3: 6e 73 31 (\"ns1\")"),
        rdata("OPT", Octets.of().u16(12).u16(0), "OPT=12: (\"\")"),
        rdata("OPT", Octets.of().u16(10).u16(2).hex("ca7f"), "OPT=10: ca 7f (\"..\")"),
        rdata(
            "OPT",
            Octets.of().u16(8).u16(7).hex("0001 18 00 c63364"),
            "CLIENT-SUBNET: 198.51.100.0/24/0"),
        rdata(
            "OPT",
            Octets.of().u16(8).u16(10).hex("0002 30 38 20010db80001"),
            "CLIENT-SUBNET: 2001:db8:1::/48/56"),
        rdata("OPT", Octets.of().u16(8).u16(4).hex("00010000"), "CLIENT-SUBNET: 0.0.0.0/0/0"),
        rdata("OPT", Octets.of().u16(15).u16(2).u16(22), "EDE: 22 (No Reachable Authority): ()"),
        rdata("OPT", Octets.of().u16(15).u16(4).u16(49152).text("a\t"), "EDE: 49152: (a.)"),
        rdata(
            "OPT",
            Octets.of().u16(15).u16(3).u16(6).text("x").u16(12).u16(1).u8(0),
            "EDE: 6 (DNSSEC Bogus): (x)\nOPT=12: 00 (\".\")"));
  }

  @ParameterizedTest
  @MethodSource({"wellFormed", "serviceBindings", "ednsOptions"})
  void writesWellFormedRdata(String type, byte[] rdata, String expected) {
    StringBuilder out = new StringBuilder("before ");
    assertThat(append(out, rdata, type, IN)).isTrue();
    assertThat(out).hasToString("before " + expected);
  }

  @ParameterizedTest
  @CsvSource({"TYPE65280", "SSHFP", "LOC", "CERT", "DLV", "TSIG", "ZONEMD", "SMIMEA"})
  void printsTypesLibwdnsDoesNotTakeApartAsRfc3597(String type) {
    StringBuilder out = new StringBuilder();
    assertThat(append(out, Octets.of().hex("0a00ff").bytes(), type, IN)).isTrue();
    assertThat(out).hasToString("\\# 3 0a 00 ff ");
  }

  @Test
  void printsEmptyRdataOfAnUnknownTypeAsRfc3597() {
    StringBuilder out = new StringBuilder();
    assertThat(append(out, new byte[0], "TYPE65280", IN)).isTrue();
    assertThat(out).hasToString("\\# 0 ");
  }

  @Test
  void writesNothingForAnInternetTypeInAnotherClass() {
    StringBuilder out = new StringBuilder("before ");
    assertThat(append(out, Octets.of().hex("c0000235").bytes(), "A", CH)).isTrue();
    assertThat(out).hasToString("before ");
  }

  @Test
  void leavesOutFieldsThatAreNotThere() {
    StringBuilder out = new StringBuilder();
    assertThat(append(out, Octets.of().u16(10).bytes(), "MX", IN)).isTrue();
    assertThat(out).hasToString("10");
  }

  @ParameterizedTest
  @CsvSource({
    "A, c00002, ' ### PARSE ERROR ###'",
    "MX, 000a03777777, '10  ### PARSE ERROR #3 ###'",
    "NS, c00c, ' ### PARSE ERROR #3 ###'",
    "TXT, 0161056162, '\"a\"  ### PARSE ERROR ###'",
    "NSEC, 000002ff, '.  ### PARSE ERROR ###'",
    "NSEC3, 0101000c04aa, '1 1 12  ### PARSE ERROR ###'",
    "A6, 81, ' ### PARSE ERROR ###'",
    "SVCB, 000100ffff0000, '1 .  ### PARSE ERROR ###'",
    "SVCB, 000100000300020035 00030001, '1 . port=53 port= ### PARSE ERROR ###'",
    "SVCB, 0001000003000135, '1 . port= ### PARSE ERROR #12 ###'",
    "OPT, 000a0002ca, 'OPT=10: ### PARSE ERROR ###'",
    "OPT, 0008000400030000, 'CLIENT-SUBNET:  ### PARSE ERROR #12 ###'",
    "OPT, 000f000100, 'EDE:  ### PARSE ERROR #12 ###'"
  })
  void marksMalformedRdataBehindWhatCouldBeRead(String type, String hex, String expected) {
    StringBuilder out = new StringBuilder();
    assertThat(append(out, Octets.of().hex(hex).bytes(), type, IN)).isFalse();
    assertThat(out).hasToString(expected);
  }

  @Test
  void marksANameLongerThan255Octets() {
    Octets name = Octets.of();
    for (int i = 0; i < 4; i++) {
      name.string("a".repeat(63));
    }
    StringBuilder out = new StringBuilder();
    assertThat(append(out, name.u8(0).bytes(), "NS", IN)).isFalse();
    assertThat(out).hasToString(" ### PARSE ERROR #8 ###");
  }

  private static Arguments rdata(String type, Octets rdata, String expected) {
    return arguments(type, rdata.bytes(), expected);
  }

  private static Arguments svcb(Octets params, String expected) {
    byte[] rdata = Octets.of().u16(1).name("x").raw(params.bytes()).bytes();
    return arguments("SVCB", rdata, "1 x. " + expected);
  }

  private static boolean append(StringBuilder out, byte[] rdata, String type, int rrclass) {
    return RdataText.append(out, rdata, 0, rdata.length, RecordTypes.number(type), rrclass);
  }
}
