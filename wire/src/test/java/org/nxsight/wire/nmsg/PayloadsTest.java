package org.nxsight.wire.nmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.protobuf.Decoded;

/** The three payload types: octet for octet as protobuf-c writes them, and back. */
class PayloadsTest {
  private static final HexFormat HEX = HexFormat.of();

  /** The record of docs: Foo.bar.example. A at 192.0.2.53, SOA example., as nmsgtool wrote it. */
  static final String DNSNX =
      "0a1103466f6f03626172076578616d706c6500" // 1: qname
          + "1001" // 2: qtype A
          + "1801" // 3: qclass IN
          + "2204c0000235" // 4: response_ip
          + "2a09076578616d706c6500" // 5: soa_rrname
          + "30f0edc8b106" // 6: response_time_sec
          + "3d15cd5b07"; // 7: response_time_nsec

  @Test
  void writesDnsnxAsTheReferenceDoes() {
    byte[] name = HEX.parseHex("03466f6f03626172076578616d706c6500");
    byte[] ip = {(byte) 192, 0, 2, 53};
    Dnsnx dnsnx = new Dnsnx();
    dnsnx.qname.set(name, 0, name.length);
    dnsnx.qtype = 1;
    dnsnx.qclass = 1;
    dnsnx.responseIp.set(ip, 0, 4);
    dnsnx.soaRrname.set(name, 8, 9);
    dnsnx.setResponseTime(1_714_566_896_123_456_789L);
    assertThat(HEX.formatHex(Payloads.encoded(dnsnx))).isEqualTo(DNSNX);
    assertThat(dnsnx.encodedOctets()).isEqualTo(51);
  }

  @Test
  void readsBackEveryFieldOfDnsqr() {
    byte[] octets = Payloads.encoded(Payloads.fullDnsqr());
    Dnsqr dnsqr = new Dnsqr();
    assertThat(dnsqr.decode(octets, 0, octets.length)).isEqualTo(Decoded.OK);
    assertThat(dnsqr)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "type",
            "proto",
            "queryPort",
            "responsePort",
            "id",
            "qtype",
            "qclass",
            "rcode",
            "timeoutSeconds",
            "udpChecksum",
            "resolverAddressZeroed")
        .isEqualTo(Payloads.fullDnsqr());
    assertThat(dnsqr.responseTimeSeconds.get(4)).isEqualTo(-1);
    assertThat(dnsqr.responseTimeNanos.get(4)).isEqualTo(999_999_995);
    assertThat(Payloads.encoded(dnsqr)).isEqualTo(octets);
  }

  @Test
  void readsBackEveryFieldOfDnsdedupe() {
    byte[] octets = Payloads.encoded(Payloads.fullDnsdedupe());
    Dnsdedupe dedupe = new Dnsdedupe();
    assertThat(dedupe.decode(octets, 0, octets.length)).isEqualTo(Decoded.OK);
    assertThat(dedupe.rdata.count()).isEqualTo(3);
    assertThat(Payloads.encoded(dedupe)).isEqualTo(octets);
  }

  @Test
  void keepsNothingOfThePayloadBefore() {
    byte[] full = Payloads.encoded(Payloads.fullDnsqr());
    byte[] bare = HEX.parseHex("08011204c00002351a04c0000235201128013001" + "3801");
    Dnsqr dnsqr = new Dnsqr();
    dnsqr.decode(full, 0, full.length);
    assertThat(dnsqr.decode(bare, 0, bare.length)).isEqualTo(Decoded.OK);
    assertThat(Payloads.encoded(dnsqr)).isEqualTo(bare);
  }

  @Test
  void passesOverUnknownFields() {
    byte[] octets =
        HEX.parseHex(DNSNX + "4001" + "4a03616263" + "55" + "01020304" + "590102030405060708");
    Dnsnx dnsnx = new Dnsnx();
    assertThat(dnsnx.decode(octets, 0, octets.length)).isEqualTo(Decoded.OK);
    assertThat(HEX.formatHex(Payloads.encoded(dnsnx))).isEqualTo(DNSNX);
  }

  @Test
  void readsPackedTimesAndWritesThemUnpacked() {
    byte[] packed =
        HEX.parseHex("0801120012001a00200028003000380" + "06a03010203720801000000ffffffff");
    Dnsqr dnsqr = new Dnsqr();
    assertThat(dnsqr.decode(packed, 0, packed.length)).isEqualTo(Decoded.OK);
    assertThat(dnsqr.queryTimeSeconds.count()).isEqualTo(3);
    assertThat(dnsqr.queryTimeNanos.get(1)).isEqualTo(-1);
    assertThat(HEX.formatHex(Payloads.encoded(dnsqr)))
        .endsWith("680168026803" + "7501000000" + "75ffffffff");
  }

  @Test
  void tellsWhyAPayloadIsMalformed() {
    assertThat(decodeDnsnx("")).isEqualTo(Decoded.MISSING_FIELD);
    assertThat(decodeDnsnx(DNSNX.replace("2204c0000235", ""))).isEqualTo(Decoded.MISSING_FIELD);
    assertThat(decodeDnsnx(DNSNX + "08")).isEqualTo(Decoded.BAD_PROTOBUF);
    assertThat(decodeDnsnx(DNSNX + "3d0000")).isEqualTo(Decoded.BAD_PROTOBUF);
    assertThat(decodeDnsnx(DNSNX + "0a7f00")).isEqualTo(Decoded.BAD_PROTOBUF);
    assertThat(decodeDnsnx(DNSNX + "0affffffffffffffffff01")).isEqualTo(Decoded.BAD_PROTOBUF);
    assertThat(decodeDnsnx(DNSNX + "10ffffffffffffffffffff01")).isEqualTo(Decoded.BAD_PROTOBUF);
    assertThat(decodeDnsnx(DNSNX + "43")).isEqualTo(Decoded.BAD_PROTOBUF);
    assertThat(decodeDnsnx(DNSNX + "0000")).isEqualTo(Decoded.BAD_PROTOBUF);
    assertThat(decodeDnsnx("0801")).isEqualTo(Decoded.WRONG_WIRE_TYPE);
    assertThat(decodeDnsnx("3801")).isEqualTo(Decoded.WRONG_WIRE_TYPE);
  }

  @Test
  void holdsNoMoreThanItsLimitOfValues() {
    byte[] many = new byte[2 * (Decoded.MAX_VALUES + 1)];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = 13 << 3;
    }
    assertThat(new Dnsqr().decode(many, 0, many.length)).isEqualTo(Decoded.TOO_MANY_VALUES);
    assertThat(new Dnsqr().decode(many, 0, many.length - 2)).isEqualTo(Decoded.MISSING_FIELD);
  }

  @Test
  void readsNothingBehindItsRange() {
    byte[] octets = Arrays.copyOf(HEX.parseHex(DNSNX), 200);
    for (int length = 0; length < 51; length++) {
      // the required fields end at 29, the optional ones at 40, 46 and 51: cut there it is whole
      Decoded decoded = new Dnsnx().decode(octets, 0, length);
      boolean whole = length == 29 || length == 40 || length == 46;
      assertThat(decoded == Decoded.OK).as("length %d", length).isEqualTo(whole);
    }
  }

  private static Decoded decodeDnsnx(String hex) {
    byte[] octets = HEX.parseHex(hex);
    return new Dnsnx().decode(octets, 0, octets.length);
  }
}
