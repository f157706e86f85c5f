package org.nxsight.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingBlockTest {
  private static final int LENGTH = 4096;

  private final ByteBuffer block = ByteBuffer.allocate(LENGTH).order(ByteOrder.nativeOrder());
  private final RingBlock view = new RingBlock();
  private int last;
  private int end = RingBlock.HEADER_OCTETS;

  /** Writes a packet behind the last one, as the kernel does. */
  private void put(int octets, int status) {
    if (last > 0) {
      block.putInt(last, end - last);
    }
    last = end;
    block.putInt(12, block.getInt(12) + 1);
    block.putInt(16, RingBlock.HEADER_OCTETS);
    block.putInt(end, 0);
    block.putInt(end + 4, 1_700_000_000);
    block.putInt(end + 8, 999_999_999);
    block.putInt(end + 12, octets);
    block.putInt(end + 16, octets + 100);
    block.putInt(end + 20, status);
    block.putShort(end + 24, (short) 82);
    end += (82 + octets + 15) & ~15;
    block.putInt(RingBlock.USED_OFFSET, end);
  }

  private int packets() {
    int packets = 0;
    while (view.next()) {
      packets++;
      assertThat(view.packetOffset()).isGreaterThanOrEqualTo(RingBlock.HEADER_OCTETS);
      assertThat(view.capturedOctets()).isBetween(0, LENGTH);
      assertThat(view.packetOffset() + view.capturedOctets()).isLessThanOrEqualTo(LENGTH);
      assertThat(view.originalOctets()).isGreaterThanOrEqualTo(view.capturedOctets());
    }
    return packets;
  }

  @Test
  void tellsWhereWhenAndHowLongEachPacketIs() {
    put(60, 1);
    put(100, 1);
    view.wrap(block.array(), end);

    assertThat(view.next()).isTrue();
    assertThat(view.packetOffset()).isEqualTo(48 + 82);
    assertThat(view.capturedOctets()).isEqualTo(60);
    assertThat(view.originalOctets()).isEqualTo(160);
    assertThat(view.epochNanos()).isEqualTo(1_700_000_000_999_999_999L);
    assertThat(view.next()).isTrue();
    assertThat(view.capturedOctets()).isEqualTo(100);
    assertThat(view.next()).isFalse();
    assertThat(view.unreachable()).isZero();
  }

  @Test
  void countsTheVlanTagThatTheKernelTookOut() {
    put(60, 1 | 1 << 4);
    view.wrap(block.array(), end);
    assertThat(view.next()).isTrue();
    assertThat(view.originalOctets()).isEqualTo(164);
  }

  @Test
  void findsNothingInAnEmptyBlock() {
    view.wrap(block.array(), RingBlock.HEADER_OCTETS);
    assertThat(view.next()).isFalse();
    view.wrap(block.array(), 0);
    assertThat(view.next()).isFalse();
    assertThat(view.unreachable()).isZero();
  }

  @Test
  void countsPacketsBehindAnOffsetThatLeadsNowhere() {
    put(60, 1);
    int first = last;
    put(60, 1);
    put(60, 1);
    for (int nowhere : new int[] {0, 1, -48, LENGTH, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      block.putInt(first, nowhere);
      view.wrap(block.array(), end);
      assertThat(packets()).isEqualTo(1);
      assertThat(view.unreachable()).isEqualTo(2);
    }
  }

  @Test
  void refusesPacketsThatReachOutOfTheBlock() {
    put(60, 1);
    for (int octets : new int[] {-1, LENGTH, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      block.putInt(last + 12, octets);
      view.wrap(block.array(), end);
      assertThat(packets()).isZero();
      assertThat(view.unreachable()).isEqualTo(1);
    }
  }

  @Test
  void staysInsideTheBlockWhateverItsOctetsAre() {
    long seed = 20_261_124L;
    Random random = new Random(seed);
    for (int octets : new int[] {1, 60, 300, 512, 90}) {
      put(octets, 1);
    }
    byte[] whole = block.array().clone();
    for (int round = 0; round < 200_000; round++) {
      byte[] damaged = whole.clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        damaged[random.nextInt(end)] = (byte) random.nextInt(256);
      }
      view.wrap(damaged, random.nextInt(10) == 0 ? random.nextInt(end) : end);
      int reached = packets();
      assertThat(reached + view.unreachable())
          .as("seed %d, round %d", seed, round)
          .isBetween(0, LENGTH / RingBlock.PACKET_HEADER_OCTETS);
    }
  }
}
