package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rdata behind a header of 12 octets and the name {@code example.}, which stands at offset 12. */
class RdataUnpackTest {
  private static final int MALFORMED = RdataUnpack.MALFORMED;

  @Test
  void unpacksCompressedNames() {
    byte[] unpacked = unpack("MX", Octets.of().u16(10).string("mx").pointer(12));
    assertThat(unpacked).isEqualTo(Octets.of().u16(10).name("mx.example").bytes());
  }

  @Test
  void unpacksBothNamesOfASoa() {
    Octets numbers = Octets.of().u32(1).u32(2).u32(3).u32(4).u32(5);
    Octets packed = Octets.of().pointer(12).string("h").pointer(12).raw(numbers.bytes());
    Octets expected = Octets.of().name("example").name("h.example").raw(numbers.bytes());
    assertThat(unpack("SOA", packed)).isEqualTo(expected.bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SRV", "NSEC", "RRSIG", "SVCB", "DNAME"})
  void unpacksCompressedNamesWhereNewerTypesForbidThem(String type) {
    Octets before =
        switch (type) {
          case "SRV" -> Octets.of().u16(1).u16(2).u16(3);
          case "RRSIG" -> Octets.of().hex("0001 05 02 00000001 00000002 00000003 0004");
          case "SVCB" -> Octets.of().u16(1);
          default -> Octets.of();
        };
    byte[] packed = Octets.of().raw(before.bytes()).pointer(12).bytes();
    byte[] expected = Octets.of().raw(before.bytes()).name("example").bytes();
    assertThat(unpack(type, Octets.of().raw(packed))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "TYPE65280, c00c",
    "SSHFP, c00c",
    "TXT, 02c00c",
    "NULL, c00c",
    "OPT, 000a0001",
    "CAA, 00"
  })
  void copiesOctetsThatAreNoName(String type, String hex) {
    assertThat(unpack(type, Octets.of().hex(hex))).isEqualTo(Octets.of().hex(hex).bytes());
  }

  @Test
  void copiesInternetTypesOfOtherClassesAsTheyAre() {
    byte[] message = message(Octets.of().hex("c00c01"));
    byte[] out = new byte[600];
    int length = RdataUnpack.unpack(message, 0, message.length, 21, 3, 33, 3, out, 0);
    assertThat(Arrays.copyOf(out, length)).isEqualTo(Octets.of().hex("c00c01").bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "A, c00002",
    "A, c000023500",
    "MX, 00",
    "MX, 000ac0",
    "NS, c015",
    "NS, c016",
    "NS, 0161",
    "TXT, 0461",
    "NSEC, 00000001",
    "NSEC, 000000",
    "NSEC, 00002100",
    "NSEC, 000002ff",
    "NSEC3, 01010000ff00",
    "A6, 81",
    "A6, 40",
    "EUI48, 00",
    "SVCB, 00010000010000",
    "SVCB, 0001000001000205",
    "SVCB, 00010000000001",
    "SVCB, 0001000000000100",
    "SVCB, 00010000030001ff",
    "SVCB, 000100000200010a",
    "SVCB, 000100000400030a0b0c",
    "SVCB, 00010000060001ff",
    "SVCB, 000100ffff0000",
    "SVCB, 000100000100",
    "SVCB, 0001000009ffff",
  })
  void refusesMalformedRdata(String type, String hex) {
    byte[] message = message(Octets.of().hex(hex));
    int number = RecordTypes.number(type);
    byte[] out = new byte[600];
    int rdlength = message.length - 21;
    assertThat(RdataUnpack.unpack(message, 0, message.length, 21, rdlength, number, 1, out, 0))
        .isEqualTo(MALFORMED);
  }

  @Test
  void refusesANameThatLeavesTheRdata() {
    byte[] message = message(Octets.of().name("abc").u16(0));
    assertThat(RdataUnpack.unpack(message, 0, message.length, 21, 3, 2, 1, new byte[600], 0))
        .isEqualTo(MALFORMED);
  }

  @Test
  void refusesRdataThatLeavesTheMessage() {
    byte[] message = message(Octets.of().name("abc"));
    assertThat(RdataUnpack.unpack(message, 0, message.length, 21, 6, 65_280, 1, new byte[600], 0))
        .isEqualTo(MALFORMED);
  }

  private static byte[] message(Octets rdata) {
    return Octets.of().raw(new byte[12]).name("example").raw(rdata.bytes()).bytes();
  }

  @Test
  void putsNamesInLowerCaseWhenCanonicalAndNothingElse() {
    byte[] message = message(Octets.of().u16(0x4142).name("Mx.Example"));
    byte[] out = new byte[600];
    int rdlength = message.length - 21;
    int octets =
        RdataUnpack.unpackCanonical(message, 0, message.length, 21, rdlength, 15, 1, out, 0);
    assertThat(Arrays.copyOf(out, octets))
        .isEqualTo(Octets.of().u16(0x4142).name("mx.example").bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "A, '', -1",
    "MX, 000a, -1",
    "NS, '', -1",
    "SOA, 0000, -1",
    "TXT, '', 0",
    "NSEC3, 0100000000046162, -1",
    "NSEC3, 010000000000, 6"
  })
  void missesFieldsWhenCanonicalUnlessTheyMayBeEmpty(String type, String hex, int octets) {
    byte[] message = message(Octets.of().hex(hex));
    int rdlength = message.length - 21;
    int number = RecordTypes.number(type);
    assertThat(
            RdataUnpack.unpackCanonical(
                message, 0, message.length, 21, rdlength, number, 1, new byte[600], 0))
        .isEqualTo(octets);
  }

  /** Unpacks from the middle of an array to the middle of another. */
  private static byte[] unpack(String type, Octets rdata) {
    byte[] message = message(rdata);
    byte[] bytes = Octets.of().hex("ffffff").raw(message).hex("ffff").bytes();
    byte[] out = new byte[600];
    int number = RecordTypes.number(type);
    int end = 3 + message.length;
    int length = RdataUnpack.unpack(bytes, 3, end, 24, rdata.size(), number, 1, out, 7);
    assertThat(length).isNotEqualTo(MALFORMED);
    return Arrays.copyOfRange(out, 7, 7 + length);
  }
}
