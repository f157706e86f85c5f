package org.nxsight.wire.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Datagrams around messages. */
class DatagramBuilderTest {
  private static final byte[] V4 = {(byte) 192, 0, 2, 1, (byte) 198, 51, 100, 7};

  private final DatagramBuilder builder = new DatagramBuilder();
  private final DatagramView view = new DatagramView();

  @Test
  void makesAnIpv4DatagramWithRightChecksums() {
    builder.begin(false, DatagramView.UDP);
    builder.setSource(V4, 0, 4, 1024);
    builder.setDestination(V4, 4, 4, 53);
    builder.finish(new byte[] {1, 2, 3}, 0, 3);

    assertThat(HexFormat.of().formatHex(builder.bytes(), 0, builder.length()))
        .isEqualTo("4500001f0000400040114e92" + "c0000201c6336407" + "04000035000b0b65" + "010203");
  }

  @Test
  void isUnderstoodByTheViewForEveryFamilyProtocolAndLength() {
    Random random = new Random(1);
    for (boolean ipv6 : new boolean[] {false, true}) {
      for (int protocol : new int[] {DatagramView.UDP, DatagramView.TCP}) {
        for (int octets : new int[] {0, 1, 12, 511, DatagramBuilder.MAX_MESSAGE_OCTETS}) {
          byte[] addresses = new byte[32];
          byte[] message = new byte[octets];
          random.nextBytes(addresses);
          random.nextBytes(message);
          int addressOctets = ipv6 ? 16 : 4;
          builder.begin(ipv6, protocol);
          builder.setSource(addresses, 0, addressOctets, 40_000);
          builder.setDestination(addresses, 16, addressOctets, 53);
          builder.finish(message, 0, octets);

          assertThat(view.wrap(builder.bytes(), 0, builder.length()))
              .isEqualTo(
                  protocol == DatagramView.UDP ? DatagramView.Shape.UDP : DatagramView.Shape.TCP);
          assertThat(view.length()).isEqualTo(builder.length());
          assertThat(view.payloadLength()).isEqualTo(octets);
          assertThat(view.sourcePort()).isEqualTo(40_000);
          assertThat(view.destinationPort()).isEqualTo(53);
          if (protocol == DatagramView.UDP) {
            assertThat(UdpChecksum.verify(view)).isEqualTo(UdpChecksum.CORRECT);
          }
        }
      }
    }
  }

  @Test
  void leavesAnAddressOfTheOtherFamilyZero() {
    builder.begin(true, DatagramView.UDP);
    builder.setSource(V4, 0, 4, 7);
    builder.finish(new byte[0], 0, 0);
    view.wrap(builder.bytes(), 0, builder.length());

    assertThat(HexFormat.of().formatHex(builder.bytes(), view.sourceOffset(), 40))
        .isEqualTo("00".repeat(32));
    assertThat(view.sourcePort()).isEqualTo(7);
  }
}
