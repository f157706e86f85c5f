package org.nxsight.wire.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapHeaderTest {
  private static final String BIG_ENDIAN_REST = "00020004 0000000000000000 00040000 00000001";
  private static final String LITTLE_ENDIAN_REST = "02000400 0000000000000000 00000400 01000000";

  @ParameterizedTest
  @CsvSource({
    "a1b2c3d4, false, 1000, 16",
    "d4c3b2a1, true, 1000, 16",
    "a1b23c4d, false, 1, 16",
    "4d3cb2a1, true, 1, 16",
    "a1b2cd34, false, 1000, 24",
    "34cdb2a1, true, 1000, 24"
  })
  void readsEachMagic(String magic, boolean littleEndian, int nanos, int recordHeaderOctets) {
    byte[] file = octets(magic + (littleEndian ? LITTLE_ENDIAN_REST : BIG_ENDIAN_REST));
    assertThat(PcapHeader.read(file, 0))
        .isEqualTo(new PcapHeader(littleEndian, nanos, 1, recordHeaderOctets));
  }

  @ParameterizedTest
  @CsvSource({"00000000", "0a0d0d0a", "a1b2c3d5", "d4c3a1b2", "ffffffff"})
  void refusesOtherMagics(String magic) {
    byte[] file = octets(magic + BIG_ENDIAN_REST);
    assertThat(PcapHeader.read(file, 0)).isNull();
    assertThat(PcapHeader.isMagic((int) Long.parseLong(magic, 16))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a1b2c3d4 00020004 0000000000000000 00040000 44000071, 113",
    "d4c3b2a1 02000400 0000000000000000 00000400 14010024, 276"
  })
  void takesTheLengthOfTheFrameCheckSequenceOffTheLinkType(String file, int linkType) {
    assertThat(PcapHeader.read(octets(file), 0))
        .isNotNull()
        .extracting(PcapHeader::linkType)
        .isEqualTo(linkType);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 1000, 00000001 000f423f 00000010 00000020, 1999999000",
    "true, 1000, 01000000 3f420f00 10000000 20000000, 1999999000",
    "true, 1, 01000000 ffc99a3b 10000000 20000000, 1999999999",
    "false, 1, ffffffff 00000001 00000010 00000020, 4294967295000000001"
  })
  void readsAPacketRecord(boolean littleEndian, int nanos, String record, long epochNanos) {
    PcapHeader header = new PcapHeader(littleEndian, nanos, 1, 16);
    byte[] octets = octets("eeee" + record);
    assertThat(header.epochNanos(octets, 2)).isEqualTo(epochNanos);
    assertThat(header.capturedOctets(octets, 2)).isEqualTo(16);
    assertThat(header.originalOctets(octets, 2)).isEqualTo(32);
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
