package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nxsight.capture.Headers.ethernet;
import static org.nxsight.capture.Headers.query;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Golden pcapng captures, written block by block. */
class PcapngSourceTest {
  private static final int TSRESOL = 9;
  private static final int TSOFFSET = 14;
  private static final byte[] ONE = ethernet(0x0800, query("one.test"));
  private static final byte[] TWO = query("two.test");

  private final PcapngWriter writer = new PcapngWriter();

  @Test
  void readsSeveralSectionsInBothByteOrders() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      writer.order(order).section().anInterface(1, 0).packet(0, 1_000_000, ONE);
    }
    Recorder recorder = new Recorder().file(writer.bytes());
    assertThat(recorder.texts()).containsExactly("query one.test.", "query one.test.");
    assertThat(recorder.times()).containsExactly(1_000_000_000L, 1_000_000_000L);
  }

  @Test
  void givesEachInterfaceItsOwnLinkTypeResolutionAndOffset() throws IOException {
    writer.section().anInterface(1, 262_144, writer.option(TSRESOL, 9));
    writer.anInterface(101, 0, writer.option(TSRESOL, 0x80 | 10));
    writer.anInterface(101, 0, writer.option(TSOFFSET, 1_700_000_000L));
    writer.packet(2, 5, TWO).packet(1, 1024 + 512, TWO).packet(0, 77, ONE);
    Recorder recorder = new Recorder().file(writer.bytes());
    assertThat(recorder.texts())
        .containsExactly("query two.test.", "query two.test.", "query one.test.");
    assertThat(recorder.times()).containsExactly(1_700_000_000_000_005_000L, 1_500_000_000L, 77L);
  }

  @Test
  void forgetsTheInterfacesOfTheSectionBefore() throws IOException {
    writer.section().anInterface(1, 0).section().packet(0, 0, ONE);
    Recorder recorder = new Recorder().file(writer.bytes());
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.UNKNOWN_LINK_TYPE, 1L));
  }

  @Test
  void readsSimpleAndObsoletePackets() throws IOException {
    writer.section().anInterface(101, 0).obsoletePacket(0, 3_000_000, TWO);
    writer.simplePacket(TWO, TWO.length);
    Recorder recorder = new Recorder().file(writer.bytes());
    assertThat(recorder.texts()).containsExactly("query two.test.", "query two.test.");
    assertThat(recorder.times()).containsExactly(3_000_000_000L, 3_000_000_000L);
  }

  @Test
  void takesTheLengthOfASimplePacketFromTheSnapLength() throws IOException {
    writer.section().anInterface(101, 30).simplePacket(Arrays.copyOf(TWO, 30), TWO.length);
    Recorder recorder = new Recorder().file(writer.bytes());
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.CUT_OFF, 1L));
    assertThat(recorder.counts.octets()).isEqualTo(TWO.length);
  }

  @Test
  void passesOverBlocksWithoutPacketsHoweverLong() throws IOException {
    writer.section().anInterface(101, 0);
    for (int type : new int[] {4, 5, 9, 10, 0xbad, 0x40000bad, 0x7fffffff}) {
      writer.other(type, 0).packet(0, 0, TWO).other(type, 3 << 20).other(type, 0);
    }
    assertThat(new Recorder().file(writer.bytes()).messages).hasSize(7);
  }

  @Test
  void readsThousandsOfPacketsOverTheEndsOfItsBuffer() throws IOException {
    writer.section().anInterface(101, 0);
    for (int i = 0; i < 20_000; i++) {
      writer.packet(0, i, TWO);
    }
    assertThat(new Recorder().file(writer.bytes()).counts.dnsPackets()).isEqualTo(20_000);
  }

  @Test
  void keepsThePacketsBeforeABlockThatContradictsItself() {
    writer.section().anInterface(101, 0).packet(0, 0, TWO);
    byte[] start = writer.bytes();
    assertBroken(new PcapngWriter().contradicting(6, 40, 52, 48), start, "two lengths differ");
    assertBroken(new PcapngWriter().contradicting(5, 40, 52, 48), start, "two lengths differ");
    assertBroken(new PcapngWriter().contradicting(6, 40, 8, 8), start, "impossible length");
    assertBroken(new PcapngWriter().contradicting(6, 40, 53, 53), start, "impossible length");
    assertBroken(new PcapngWriter().contradicting(6, 40, -4, -4), start, "impossible length");
    assertBroken(new PcapngWriter().contradicting(6, 40, 1 << 30, 0), start, "impossible length");
    assertBroken(new PcapngWriter().contradicting(5, 40, 1 << 30, 0), start, "ends inside a block");
    assertBroken(new PcapngWriter().contradicting(6, 4, 16, 16), start, "impossible length");
  }

  @Test
  void keepsThePacketsBeforeACut() {
    writer.section().anInterface(101, 0).packet(0, 0, TWO).packet(0, 0, TWO);
    byte[] whole = writer.bytes();
    for (int cut = 1; cut < 30; cut++) {
      byte[] octets = Arrays.copyOf(whole, whole.length - cut);
      Recorder recorder = new Recorder();
      assertThatThrownBy(() -> recorder.file(octets))
          .isInstanceOf(UnreadableCaptureException.class)
          .hasMessage("test: ends inside a block; kept the 1 packets before it");
      assertThat(recorder.messages).hasSize(1);
    }
  }

  @Test
  void refusesVersionsItDoesNotKnow() {
    byte[] section = writer.section().bytes();
    section[12] = 2;
    assertBroken(new PcapngWriter(), section, "version 2", 0);
  }

  @Test
  void ignoresOptionsThatRunOverTheirBlock() throws IOException {
    byte[] option = writer.option(TSRESOL, 9);
    option[2] = 99;
    writer.section().anInterface(101, 0, option).packet(0, 5, TWO);
    assertThat(new Recorder().file(writer.bytes()).times()).containsExactly(5_000L);
  }

  private static void assertBroken(PcapngWriter rest, byte[] start, String message) {
    assertBroken(rest, start, message, 1);
  }

  private static void assertBroken(PcapngWriter rest, byte[] start, String message, int kept) {
    byte[] end = rest.bytes();
    byte[] capture = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, capture, start.length, end.length);
    Recorder recorder = new Recorder();
    assertThatThrownBy(() -> recorder.file(capture))
        .isInstanceOf(UnreadableCaptureException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith("; kept the " + kept + " packets before it");
    assertThat(recorder.counts.packets()).isEqualTo(kept);
  }
}
