package org.nxsight.capture;

import static org.nxsight.capture.Headers.ethernet;
import static org.nxsight.capture.Headers.hex;
import static org.nxsight.capture.Headers.ipv4;
import static org.nxsight.capture.Headers.ipv6;
import static org.nxsight.capture.Headers.nxdomain;
import static org.nxsight.capture.Headers.udp;
import static org.nxsight.capture.Headers.vlan;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Packets in all kinds of link layers and tunnels, changed and cut at random. */
class LayersMutationTest {
  private static final long SECONDS_2 = 2_000_000_000L;
  private static final long ONE_SECOND_NANOS = 1_000_000_000L;
  private static final int PACKETS_A_ROUND = 60;
  private static final byte[] RESPONSE = nxdomain("www.example.com");
  private static final byte[] FRAME = ethernet(0x0800, RESPONSE);
  private static final String GTP = "34ff 0040 00000001 00000085 01100900";

  private final List<byte[]> layered =
      List.of(
          FRAME,
          ethernet(0x88a8, vlan(1, 0x8100, vlan(2, 0x0800, RESPONSE))),
          ethernet(0x8847, hex("00010040 00020140", RESPONSE)),
          ethernet(0x8864, hex("1100 0001 0040 0021", RESPONSE)),
          ethernet(90, hex("aaaa03 000000 0800", RESPONSE)),
          hex("8801 0000 020000000001 020000000002 020000000003 0000 0000 aaaa030000000800", FRAME),
          hex("0000 0c00 00000000 00000000 0801 0000", FRAME),
          hex("10000000 01000000 01000000 00000000", FRAME),
          hex("02 00 0000 0500 0a00 61 000000 9400 0900", RESPONSE),
          ipv4(47, hex("b000 0800 00000000 00000001 00000002", RESPONSE)),
          ipv4(47, hex("1000 22eb 00000001 20010001 00000000 00000001 0000000000000000", FRAME)),
          ipv6(41, ipv6(4, ipv4(4, RESPONSE))),
          ipv4(17, udp(50000, 4789, hex("08000000 00002a00", FRAME))),
          ipv4(17, udp(50000, 6081, hex("0200 0800 00002a00 0102030100000000", RESPONSE))),
          ipv4(17, udp(2152, 2152, hex(GTP, RESPONSE))),
          ipv4(17, udp(50000, 3544, hex("0001 0000 0102030405060708 00 0000 63bf 3ffffdd2"))));

  @Test
  void survivesTwoSecondsOfMutations() {
    long seed = System.nanoTime();
    System.out.println("LayersMutationTest seed " + seed);
    Random random = new Random(seed);
    long start = System.nanoTime();
    while (System.nanoTime() - start < SECONDS_2) {
      HostilePackets hostile = new HostilePackets();
      for (int i = 0; i < PACKETS_A_ROUND; i++) {
        byte[] packet = layered.get(random.nextInt(layered.size()));
        hostile.readAsEveryLinkType(Mutations.of(packet, random), i * ONE_SECOND_NANOS);
      }
      hostile.finish();
    }
  }
}
