package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A Kafka broker of the lab, with a folder and ports of its own. */
final class LabBroker {
  private static final Path CLUSTER = Path.of("../lab/cluster").toAbsolutePath().normalize();

  private final Path folder;
  private final int port;

  LabBroker(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Its address. */
  String address() {
    return "127.0.0.1:" + port;
  }

  /** Starts it, or starts it again with what it had. */
  void start() throws IOException, InterruptedException {
    cluster("up", "kafka");
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws Exception {
    long pid = Long.parseLong(Files.readString(folder.resolve("kafka.pid")).strip());
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(1, TimeUnit.MINUTES);
  }

  private void cluster(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(CLUSTER.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("NXSIGHT_CLUSTER", folder.toString());
    builder.environment().put("NXSIGHT_CLUSTER_PORT", Integer.toString(port));
    builder.redirectOutput(folder.resolveSibling("cluster.log").toFile());
    assertThat(builder.start().waitFor())
        .as(() -> read(folder.resolveSibling("cluster.log")))
        .isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** All records of a topic up to the last one there is now. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", address());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      List<PartitionInfo> known = consumer.listTopics().getOrDefault(topic, List.of());
      for (PartitionInfo each : known) {
        partitions.add(new TopicPartition(topic, each.partition()));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /** Ends it, and removes what it had. */
  void end() throws IOException, InterruptedException {
    cluster("down");
  }
}
