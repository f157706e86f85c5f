package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DnsNamesTest {
  /** Before every message, so that an offset is not mistaken for a place in the message. */
  private static final int BEFORE = 7;

  private static final int HEADER = DnsMessageView.HEADER_OCTETS;

  @Test
  void endsBehindTheRootLabel() {
    byte[] name = Octets.of().name("www.example").bytes();
    assertThat(skip(name, 0)).isEqualTo(name.length);
    assertThat(skipUncompressed(name)).isEqualTo(name.length);
  }

  @Test
  void endsBehindTheFirstPointer() {
    byte[] name = Octets.of().string("www").pointer(12).u8(0).bytes();
    assertThat(skip(name, 0)).isEqualTo(6);
    assertThat(skipUncompressed(name)).isEqualTo(DnsNames.MALFORMED);
  }

  @Test
  void takesTheLongestNameAndNoLonger() {
    byte[] longest = labels(63, 63, 63, 61);
    assertThat(longest).hasSize(255);
    assertThat(skip(longest, 0)).isEqualTo(255);
    assertThat(skipUncompressed(longest)).isEqualTo(255);
    assertThat(unpack(longest, 0)).isEqualTo(longest);
    byte[] longer = labels(63, 63, 63, 62);
    assertThat(skip(longer, 0)).isEqualTo(DnsNames.MALFORMED);
    assertThat(skipUncompressed(longer)).isEqualTo(DnsNames.MALFORMED);
    assertThat(unpack(longer, 0)).isEmpty();
  }

  @Test
  void countsTheUnpackedLengthOfACompressedName() {
    byte[] suffix = labels(63, 63, 63);
    byte[] fits = Octets.of().raw(suffix).raw(label(61)).pointer(HEADER).bytes();
    byte[] tooLong = Octets.of().raw(suffix).raw(label(62)).pointer(HEADER).bytes();
    assertThat(unpack(fits, suffix.length)).hasSize(255);
    assertThat(unpack(tooLong, suffix.length)).isEmpty();
  }

  @Test
  void refusesTheLabelTypesThatAreNoLabels() {
    for (int type : new int[] {0x40, 0x41, 0x7f, 0x80, 0xbf}) {
      byte[] name = Octets.of().u8(type).raw(new byte[255]).bytes();
      assertThat(skip(name, 0)).isEqualTo(DnsNames.MALFORMED);
      assertThat(skipUncompressed(name)).isEqualTo(DnsNames.MALFORMED);
      assertThat(unpack(name, 0)).isEmpty();
    }
  }

  @Test
  void refusesANameCutAnywhere() {
    byte[] name = Octets.of().name("www.example").bytes();
    for (int length = 0; length < name.length; length++) {
      byte[] cut = Arrays.copyOf(name, length);
      assertThat(skip(cut, 0)).as("%d", length).isEqualTo(DnsNames.MALFORMED);
      assertThat(skipUncompressed(cut)).isEqualTo(DnsNames.MALFORMED);
      assertThat(unpack(cut, 0)).isEmpty();
    }
    byte[] halfPointer = Octets.of().string("www").u8(0xc0).bytes();
    assertThat(skip(halfPointer, 0)).isEqualTo(DnsNames.MALFORMED);
    assertThat(unpack(halfPointer, 0)).isEmpty();
  }

  @Test
  void followsPointersThatLeadBack() {
    byte[] names =
        Octets.of()
            .name("Example") // at 12
            .string("ns")
            .pointer(HEADER) // at 21
            .string("a")
            .pointer(HEADER + 9) // at 26
            .bytes();
    assertThat(unpack(names, 9 + 5)).isEqualTo(Octets.of().name("a.ns.Example").bytes());
  }

  @Test
  void refusesPointersThatDoNotLeadBack() {
    assertThat(unpack(Octets.of().pointer(HEADER).bytes(), 0)).as("to itself").isEmpty();
    assertThat(unpack(Octets.of().pointer(HEADER + 2).u8(0).bytes(), 0)).as("forward").isEmpty();
    byte[] loop = Octets.of().string("a").pointer(HEADER).bytes();
    assertThat(unpack(loop, 0)).as("to its own start").isEmpty();
    byte[] pingPong = Octets.of().pointer(HEADER + 2).pointer(HEADER).bytes();
    assertThat(unpack(pingPong, 2)).as("back and forth").isEmpty();
    for (int target = 0; target < HEADER; target++) {
      byte[] name = Octets.of().u8(0).pointer(target).bytes();
      assertThat(unpack(name, 1)).as("into the header, %d", target).isEmpty();
    }
  }

  private static byte[] label(int length) {
    return Octets.of().u8(length).raw(new byte[length]).bytes();
  }

  private static byte[] labels(int... lengths) {
    Octets name = Octets.of();
    for (int length : lengths) {
      name.raw(label(length));
    }
    return name.u8(0).bytes();
  }

  /** A message whose header is followed by these octets. */
  private static byte[] message(byte[] octets) {
    return Octets.of().raw(new byte[BEFORE + HEADER]).raw(octets).bytes();
  }

  private static int skip(byte[] octets, int offset) {
    byte[] message = message(octets);
    return relative(DnsNames.skip(message, BEFORE + HEADER + offset, message.length));
  }

  private static int skipUncompressed(byte[] octets) {
    byte[] message = message(octets);
    return relative(DnsNames.skipUncompressed(message, BEFORE + HEADER, message.length));
  }

  private static int relative(int offset) {
    return offset == DnsNames.MALFORMED ? offset : offset - BEFORE - HEADER;
  }

  /** The unpacked name; empty when it is malformed. */
  private static byte[] unpack(byte[] octets, int offset) {
    byte[] message = message(octets);
    byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
    int length =
        DnsNames.unpack(message, BEFORE, BEFORE + HEADER + offset, message.length, name, 0);
    return Arrays.copyOf(name, Math.max(0, length));
  }
}
