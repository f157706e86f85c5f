package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nxsight.capture.PacketCounts;

/** Time by packets and by the monotonic clock, which begins at 42 s here. */
class LiveTimeTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;
  private static final long START = 20_000 * DAY;

  private final LiveTime time = new LiveTime();
  private long nowNanos = 42 * SECOND;

  private long tick(long packetNanos) {
    nowNanos += SECOND;
    return time.tick(nowNanos, packetNanos);
  }

  @Test
  void goesWithThePacketsAndOnWithoutThem() {
    assertThat(tick(PacketCounts.NEVER)).isEqualTo(PacketCounts.NEVER);
    assertThat(tick(START)).isEqualTo(START);
    assertThat(tick(START + SECOND / 2)).isEqualTo(START + SECOND / 2);
    assertThat(tick(START + SECOND / 2)).isEqualTo(START + SECOND * 3 / 2);
    assertThat(tick(START + SECOND / 2)).isEqualTo(START + SECOND * 5 / 2);
    assertThat(tick(START + 2 * SECOND)).isEqualTo(START + 2 * SECOND);
  }

  @Test
  void doesNotBelieveOneWrongClockAmongOthers() {
    tick(START);
    assertThat(tick(START + 100 * DAY)).isEqualTo(START + SECOND);
    assertThat(tick(START + 2 * SECOND)).isEqualTo(START + 2 * SECOND);
    assertThat(tick(START - 100 * DAY)).isEqualTo(START + 3 * SECOND);
    assertThat(tick(START - 100 * DAY)).isEqualTo(START + 4 * SECOND);
    assertThat(tick(START + 5 * SECOND)).isEqualTo(START + 5 * SECOND);
  }

  @Test
  void followsWhenAllLeap() {
    tick(START);
    tick(START + DAY);
    assertThat(tick(START + DAY + SECOND)).isEqualTo(START + DAY + SECOND);
    tick(START);
    assertThat(tick(START + SECOND)).isEqualTo(START + SECOND);
  }

  @Test
  void comesBackFromAFirstPacketWhoseClockWasWrong() {
    tick(START + 100 * DAY);
    tick(START);
    assertThat(tick(START + SECOND)).isEqualTo(START + SECOND);
  }
}
