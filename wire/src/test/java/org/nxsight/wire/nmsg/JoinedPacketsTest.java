package org.nxsight.wire.nmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.wire.ip.DatagramView.Shape;
import org.nxsight.wire.protobuf.ByteRanges;

/** Fragments, each of whose data is eight octets long, made one datagram. */
class JoinedPacketsTest {
  /** A UDP header that says 24 octets. */
  private static final String UDP = "1234003500180000";

  private final JoinedPackets joined = new JoinedPackets();

  private Shape join(String offsets) {
    ByteRanges packets = new ByteRanges();
    for (String unit : offsets.split(" ", -1)) {
      boolean more = unit.endsWith("+");
      int offset = Integer.parseInt(more ? unit.substring(0, unit.length() - 1) : unit);
      String flags = "%04x".formatted(offset | (more ? 0x2000 : 0));
      String data = offset == 0 ? UDP : "%02x".formatted(offset).repeat(8);
      byte[] packet = hex("4500001c0001" + flags + "401100000a0000010a000002" + data);
      packets.add(packet, 0, packet.length);
    }
    return joined.join(packets);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "0+ 1+ 2, UDP",
    "2 0+ 1+, UDP",
    "0+ 2, FRAGMENT",
    "0+ 1+, FRAGMENT",
    "1+ 2, FRAGMENT",
    "0+ 1+ 1+ 2, FRAGMENT",
    "0+ 1+ 2 3+, FRAGMENT",
    "0+ 3+ 2, FRAGMENT",
    "0+ 1+ 2 2, FRAGMENT",
  })
  void makesOneDatagramOfWhatHasNoHolesAndDoesNotOverlap(String offsets, Shape shape) {
    assertThat(join(offsets)).isEqualTo(shape);
  }

  @Test
  void putsTheDataInOrder() {
    assertThat(join("2 0+ 1+")).isEqualTo(Shape.UDP);
    byte[] bytes = joined.datagram().bytes();
    int payload = joined.datagram().payloadOffset();
    assertThat(HexFormat.of().formatHex(bytes, payload, payload + 16))
        .isEqualTo("0101010101010101" + "0202020202020202");
  }
}
