package org.nxsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.analysis.condensing.Seeds;
import org.nxsight.analysis.sharding.Sharding;
import org.nxsight.bench.scenarios.Play;

/** Many tasks find what one process finds, to the last count. */
class SameShardedTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final long WORLD_SEED = 11;

  @TempDir private Path directory = Path.of(".");

  static JobSettings settings(Path watched, int shards) {
    Seeds seeds = Seeds.ofCaptures();
    return new JobSettings(
        shards,
        seeds.causes(),
        seeds.findings(),
        DAY,
        List.of(watched.resolve("brands").toString()),
        List.of(watched.resolve("own").toString()),
        List.of(watched.resolve("never-mail").toString()),
        0,
        1000);
  }

  private void compare(Play play, int shards, int tasks, boolean restarting) throws IOException {
    play.write(WORLD_SEED, directory);
    List<byte[]> pieces = PackedCapture.of(directory.resolve("traffic.pcap")).pieces();
    Sharding sharding = settings(directory, shards).sharding();
    OneProcess one = OneProcess.over(pieces, sharding);
    long seed = ThreadLocalRandom.current().nextLong();
    ManyTasks many = new ManyTasks(settings(directory, shards).sharding(), tasks, seed);
    many.play(pieces, restarting);
    assertThat(many.late()).as("seed %d", seed).isZero();
    assertThat(many.totals()).as("seed %d", seed).isEqualTo(one.totals());
    assertThat(many.findings()).as("seed %d", seed).isEqualTo(one.findings()).isNotEmpty();
  }

  @Test
  void findTheSameInFourHours() throws IOException {
    compare(Play.SHORT, 4, 3, false);
  }

  @Test
  void findTheSameWhenTheyAreWrittenDownAndMadeAnew() throws IOException {
    compare(Play.SHORT, 4, 2, true);
  }

  @Test
  @EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
  void findTheSameInADayOfManyKinds() throws IOException {
    compare(Play.DAY, 8, 4, false);
  }

  @Test
  @EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
  void findTheSameInTenDays() throws IOException {
    compare(Play.WEEKS, 8, 4, false);
  }
}
