package org.nxsight.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampsTest {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSS");

  @Test
  void agreesWithJavaTimeForEveryYearOfFourDigits() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      long seconds = random.nextLong(-62_167_219_200L, 253_402_300_800L);
      int nanos = random.nextInt(1_000_000_000);
      StringBuilder out = new StringBuilder();
      Timestamps.append(out, seconds, nanos);
      assertThat(out)
          .as("second %d, seed %d", seconds, seed)
          .hasToString(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC).format(FORM));
    }
  }

  @Test
  void writesAnyTimeAtAll() {
    StringBuilder out = new StringBuilder();
    Timestamps.append(out, Long.MAX_VALUE, -1);
    Timestamps.append(out.append(' '), Long.MIN_VALUE, 0);
    assertThat(out)
        .hasToString(
            "292277026596-12-04 15:30:07.4294967295 -292277022657-01-27 08:29:52.000000000");
  }
}
