package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.ip.DatagramView;

/** Right datagrams and messages with octets changed, moved and cut at random. */
class DatagramMutationTest {
  private static final long SECONDS_2 = 2_000_000_000L;

  /** Octets that mean something somewhere: pointers, labels, types, counts. */
  private static final byte[] TELLING = {0, 1, 6, 12, 41, 44, 51, 63, 64, (byte) 0xc0, -1};

  private static final byte[] MESSAGE =
      Octets.of()
          .hex("1234 8403 0001 0001 0002 0001")
          .name("nope.example")
          .hex("00010001")
          .hex("c00c 0005 0001 0000012c 0004 0161 c011")
          .hex(
              "c011 0006 0001 0000012c 0018 c011 c011 00000001 00000002 00000003 00000004 00000005")
          .hex("c01e 0006 0001 0000012c 0000")
          .hex("00 0029 04d0 01008000 0008 000f 0004 0016 6f6b")
          .bytes();

  @Test
  void mutatesWhatIsRight() {
    DatagramView datagram = new DatagramView();
    DnsMessageView message = new DnsMessageView();
    for (byte[] octets : new byte[][] {ipv4(), ipv6(), ipv6WithExtensions()}) {
      assertThat(datagram.wrap(octets, 0, octets.length)).isEqualTo(DatagramView.Shape.UDP);
      message.wrap(octets, datagram.payloadOffset(), datagram.payloadLength());
      assertThat(message.scanRecords()).isTrue();
      assertThat(message.rcode()).isEqualTo(19);
      assertThat(message.edeCode()).isEqualTo(22);
      assertThat(message.soaOwnerOffset()).isPositive();
    }
  }

  @Test
  void survivesTwoSecondsOfMutations() {
    long seed = System.nanoTime();
    System.out.println("DatagramMutationTest seed " + seed);
    Random random = new Random(seed);
    HostileMessage hostile = new HostileMessage();
    byte[][] datagrams = {ipv4(), ipv6(), ipv6WithExtensions()};
    long start = System.nanoTime();
    while (System.nanoTime() - start < SECONDS_2) {
      hostile.readMessage(mutate(MESSAGE, random));
      hostile.readNames(mutate(MESSAGE, random));
      for (byte[] datagram : datagrams) {
        hostile.readDatagram(mutate(datagram, random));
      }
    }
  }

  private static byte[] mutate(byte[] octets, Random random) {
    byte[] mutated = octets.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(mutated.length);
      switch (random.nextInt(5)) {
        case 0 -> mutated[at] = (byte) random.nextInt();
        case 1 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> mutated[at] = TELLING[random.nextInt(TELLING.length)];
        case 3 -> {
          int from = random.nextInt(mutated.length);
          int count = Math.min(1 + random.nextInt(8), mutated.length - Math.max(at, from));
          System.arraycopy(mutated, from, mutated, at, count);
        }
        default -> mutated = Arrays.copyOf(mutated, 1 + at + random.nextInt(4));
      }
    }
    return mutated;
  }

  private static byte[] udp() {
    return Octets.of().hex("0035 9c40").u16(8 + MESSAGE.length).u16(0).raw(MESSAGE).bytes();
  }

  private static byte[] ipv4() {
    Octets front = Octets.of().hex("4500").u16(20 + udp().length).hex("2a2a 0000 4011 0000");
    return front.hex("c6336435 c0000201").raw(udp()).bytes();
  }

  private static byte[] ipv6() {
    return ipv6("11", "");
  }

  private static byte[] ipv6WithExtensions() {
    return ipv6("00", "2c00010400000000" + "3300000000000007" + "1101" + "00".repeat(10));
  }

  private static byte[] ipv6(String firstHeader, String extensions) {
    int length = HexFormat.of().parseHex(extensions).length + udp().length;
    Octets front = Octets.of().hex("60000000").u16(length).hex(firstHeader + "40");
    String addresses = "20010db8".repeat(8);
    return front.hex(addresses).hex(extensions).raw(udp()).bytes();
  }
}
