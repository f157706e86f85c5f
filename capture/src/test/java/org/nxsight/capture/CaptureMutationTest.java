package org.nxsight.capture;

import static org.nxsight.capture.Headers.ethernet;
import static org.nxsight.capture.Headers.hex;
import static org.nxsight.capture.Headers.nxdomain;
import static org.nxsight.capture.Headers.query;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Capture files changed and cut at random. */
class CaptureMutationTest {
  private static final long SECONDS_2 = 2_000_000_000L;
  private static final byte[] FRAME = ethernet(0x0800, nxdomain("www.example.com"));

  private final List<byte[]> captures = new ArrayList<>();

  CaptureMutationTest() {
    captures.add(pcapng(ByteOrder.BIG_ENDIAN));
    captures.add(pcapng(ByteOrder.LITTLE_ENDIAN));
    captures.add(pcap());
    for (Compression compression : Compression.values()) {
      captures.add(compression.compress(pcap()));
    }
  }

  private static byte[] pcap() {
    byte[] header = hex("a1b2c3d4 0002 0004 0000000000000000 00040000 00000001");
    String record = "00000001 00000002" + "%08x".formatted(FRAME.length).repeat(2);
    return hex(
        HexFormat.of().formatHex(header) + record,
        hex(HexFormat.of().formatHex(FRAME) + record, FRAME));
  }

  private static byte[] pcapng(ByteOrder order) {
    PcapngWriter writer = new PcapngWriter().order(order).section();
    writer.anInterface(1, 0, writer.option(9, 9)).anInterface(101, 0, writer.option(14, 5L));
    writer.other(4, 20).packet(0, 1, FRAME).obsoletePacket(1, 2, query("a.test"));
    return writer.other(0xbad, 8).simplePacket(FRAME, FRAME.length).section().bytes();
  }

  @Test
  void survivesTwoSecondsOfMutations() {
    long seed = System.nanoTime();
    System.out.println("CaptureMutationTest seed " + seed);
    Random random = new Random(seed);
    long start = System.nanoTime();
    while (System.nanoTime() - start < SECONDS_2) {
      captures.forEach(capture -> HostileCaptures.read(Mutations.of(capture, random)));
    }
  }
}
