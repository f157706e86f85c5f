package org.nxsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.bench.scenarios.Play;

/** The job finds what one process finds, in a Flink inside this process. */
class FlinkJobTest {
  private static final int SHARDS = 8;
  private static final long WORLD_SEED = 11;

  @TempDir private Path directory = Path.of(".");

  private List<byte[]> pieces = List.of();

  private final List<String> findings = new ArrayList<>();
  private final List<String> totals = new ArrayList<>();

  @BeforeEach
  void makeTraffic() throws IOException {
    Play.SHORT.write(WORLD_SEED, directory);
    pieces = PackedCapture.of(directory.resolve("traffic.pcap")).pieces();
  }

  private JobSettings settings() {
    return SameShardedTest.settings(directory, SHARDS);
  }

  private Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    return configuration;
  }

  /** A job under way, and what comes out of it. */
  private record Running(
      JobClient job, CloseableIterator<byte[]> findings, CloseableIterator<byte[]> totals) {}

  private Running start(Source<byte[], ?, ?> source, int parallelism, Configuration configuration)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    JobGraph.Found found = JobGraph.add(env, source, settings());
    CloseableIterator<byte[]> told = found.findings().collectAsync();
    CloseableIterator<byte[]> counted = found.totals().collectAsync();
    return new Running(env.executeAsync("test"), told, counted);
  }

  private void end(Running running) throws Exception {
    take(running.findings(), findings);
    take(running.totals(), totals);
  }

  private static void take(CloseableIterator<byte[]> from, List<String> into) throws Exception {
    try (from) {
      from.forEachRemaining(octets -> into.add(new String(octets, StandardCharsets.UTF_8)));
    }
  }

  private void assertSame() throws IOException {
    OneProcess one = OneProcess.over(pieces, settings().sharding());
    assertThat(totals).containsExactly(one.totals());
    assertThat(findings.stream().sorted().toList()).isEqualTo(one.findings()).isNotEmpty();
  }

  @Test
  void findsTheSameWithFourTasksOfEachStage() throws Exception {
    end(start(Pieces.of(pieces, 4), 4, configuration()));
    assertSame();
  }

  @Test
  void findsTheSameWhenATaskFailsInTheMiddle() throws Exception {
    end(start(Pieces.slowly(pieces, 2, pieces.size() / 2), 2, configuration()));
    assertThat(Pieces.isFailureToCome()).isFalse();
    assertSame();
  }

  @Test
  void findsTheSameWhenItGoesOnFromASavepointWithMoreTasks() throws Exception {
    Running first = start(Pieces.slowly(pieces, 2, -1), 2, configuration());
    // The first finding says that it is under way.
    findings.add(new String(first.findings().next(), StandardCharsets.UTF_8));
    String savepoint =
        first
            .job()
            .stopWithSavepoint(
                false,
                directory.resolve("savepoints").toUri().toString(),
                SavepointFormatType.CANONICAL)
            .get(1, TimeUnit.MINUTES);
    end(first);
    assertThat(totals).isEmpty();
    Configuration restored = configuration();
    restored.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    // What collects findings here has a state of its own, and another name in each job.
    restored.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
    end(start(Pieces.slowly(pieces, 2, -1), 4, restored));
    assertSame();
  }
}
