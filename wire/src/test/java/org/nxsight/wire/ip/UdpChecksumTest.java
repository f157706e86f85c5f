package org.nxsight.wire.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UdpChecksumTest {
  private final DatagramView view = new DatagramView();

  @Test
  void agreesWithTheSumTakenWordByWord() {
    long seed = System.nanoTime();
    System.out.println("UdpChecksumTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] payload = Datagrams.random(random, random.nextInt(100));
      byte[] datagram =
          random.nextBoolean() ? Datagrams.ipv4Udp(payload) : Datagrams.ipv6Udp(payload);
      int checksum = random.nextInt(4) == 0 ? random.nextInt(1 << 16) : reference(datagram);
      put(datagram, checksum);

      UdpChecksum expected =
          checksum == 0
              ? UdpChecksum.ABSENT
              : checksum % 0xffff == reference(datagram) % 0xffff
                  ? UdpChecksum.CORRECT
                  : UdpChecksum.INCORRECT;
      assertThat(verify(datagram)).as("seed %d, datagram %d", seed, i).isEqualTo(expected);
    }
  }

  @Test
  void noticesEverySingleBit() {
    byte[] datagram = Datagrams.ipv4Udp(new byte[] {1, 2, 3, 4, 5});
    put(datagram, reference(datagram));
    assertThat(verify(datagram)).isEqualTo(UdpChecksum.CORRECT);
    for (int bit = 8 * 28; bit < 8 * datagram.length; bit++) {
      datagram[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verify(datagram)).as("bit %d", bit).isEqualTo(UdpChecksum.INCORRECT);
      datagram[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void takesAllOnesForASumOfZero() {
    byte[] datagram = Datagrams.ipv4Udp(new byte[2]);
    int sum = reference(datagram);
    datagram[28] = (byte) (sum >> 8);
    datagram[29] = (byte) sum;
    put(datagram, 0xffff);
    assertThat(verify(datagram)).isEqualTo(UdpChecksum.CORRECT);
  }

  private UdpChecksum verify(byte[] datagram) {
    assertThat(view.wrap(datagram, 0, datagram.length)).isEqualTo(DatagramView.Shape.UDP);
    return UdpChecksum.verify(view);
  }

  private static void put(byte[] datagram, int checksum) {
    int at = udpOffset(datagram) + 6;
    datagram[at] = (byte) (checksum >> 8);
    datagram[at + 1] = (byte) checksum;
  }

  private static int udpOffset(byte[] datagram) {
    return datagram[0] >> 4 == 6 ? 40 : 20;
  }

  /** RFC 1071 as it is written there: what makes the sum all ones, with the field taken as zero. */
  private static int reference(byte[] datagram) {
    int udp = udpOffset(datagram);
    int sum = 17 + datagram.length - udp;
    for (int i = udp == 40 ? 8 : 12; i < datagram.length; i++) {
      if (i != udp + 6 && i != udp + 7) {
        sum += (datagram[i] & 0xff) << ((i - udp) % 2 == 0 ? 8 : 0);
        sum = (sum & 0xffff) + (sum >> 16);
      }
    }
    return ~sum & 0xffff;
  }
}
