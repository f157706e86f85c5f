package org.nxsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.bench.scenarios.Play;

/**
 * The job on a real Kafka and a real Flink finds what one process finds, whatever is killed. It
 * takes minutes on two cores, and is asked for by name.
 */
@EnabledIfSystemProperty(named = "nxsight.cluster", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KafkaJobTest {
  private static final long WORLD_SEED = 11;

  @TempDir private static Path directory = Path.of(".");

  private ClusterLab lab;
  private Topics topics;
  private List<byte[]> pieces;
  private OneProcess one;

  /** Something that happens while the job runs. */
  private interface Accident {
    void happen() throws IOException, InterruptedException;
  }

  @BeforeAll
  void start() throws Exception {
    Play.SHORT.write(WORLD_SEED, directory);
    pieces = PackedCapture.of(directory.resolve("traffic.pcap")).pieces();
    one = OneProcess.over(pieces, SameShardedTest.settings(directory, 8).sharding());
    lab = new ClusterLab(directory);
    topics = new Topics(lab.brokers());
  }

  @AfterAll
  void end() throws Exception {
    topics.close();
    lab.close();
  }

  private JobClient submit(String name) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createRemoteEnvironment(
            "127.0.0.1", lab.restPort(), configuration, lab.jars());
    env.setParallelism(4);
    List<String> words =
        new ArrayList<>(
            List.of("--brokers", lab.brokers(), "--from", "ch202-" + name, "--group", name));
    words.addAll(List.of("--to", "findings-" + name, "--totals", "totals-" + name));
    words.addAll(List.of("--shards", "8", "--checkpoint", "1", "--out-of-order", "0"));
    words.addAll(List.of("--idle", "3600", "--day", "2026-03-10"));
    words.addAll(List.of("--brands", directory.resolve("brands").toString()));
    words.addAll(List.of("--own", directory.resolve("own").toString()));
    words.addAll(List.of("--never-mail", directory.resolve("never-mail").toString()));
    ClusterJob.add(env, Arguments.of(words.toArray(String[]::new)));
    return env.executeAsync(name);
  }

  private void compare(String name, Accident accident) throws Exception {
    topics.create("ch202-" + name, Topics.PARTITIONS);
    topics.create("findings-" + name, 1);
    topics.create("totals-" + name, 1);
    JobClient job = submit(name);
    int half = pieces.size() / 2;
    topics.publish("ch202-" + name, pieces.subList(0, half));
    topics.awaitRead(name, "ch202-" + name, false);
    accident.happen();
    topics.publish("ch202-" + name, pieces.subList(half, pieces.size()));
    topics.awaitRead(name, "ch202-" + name, true);
    String savepoint =
        job.stopWithSavepoint(
                true,
                directory.resolve("savepoints").toUri().toString(),
                SavepointFormatType.CANONICAL)
            .get(2, TimeUnit.MINUTES);
    assertThat(savepoint).isNotEmpty();
    assertThat(topics.read("totals-" + name)).containsExactly(one.totals());
    assertThat(topics.read("findings-" + name)).isEqualTo(one.findings()).isNotEmpty();
  }

  @Test
  void findsTheSame() throws Exception {
    compare("plain", () -> {});
  }

  @Test
  void findsTheSameWhenATaskManagerIsKilled() throws Exception {
    compare("killed", () -> lab.killAndRestart("taskmanager-1", "flink"));
  }

  @Test
  void findsTheSameWhenTheBrokerIsKilled() throws Exception {
    compare("broker", () -> lab.killAndRestart("kafka", "kafka"));
  }
}
