package org.nxsight.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The program that Flink runs: reads a topic of containers, writes a topic of findings, exactly
 * once. See docs/cluster.md.
 */
public final class ClusterJob {
  /** More than a job takes to come back; brokers allow 15 minutes unless told otherwise. */
  private static final String TRANSACTION_MILLIS = "600000";

  private ClusterJob() {}

  /** Submits the job. */
  public static void main(String[] arguments) throws Exception {
    Arguments given;
    try {
      given = Arguments.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("nxsight cluster: " + e.getMessage());
      System.err.println(Arguments.USAGE);
      System.exit(2);
      return;
    }
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    add(env, given);
    env.execute("nxsight");
  }

  /** Adds the job to an environment. */
  static void add(StreamExecutionEnvironment env, Arguments given) throws IOException {
    env.enableCheckpointing(given.checkpointMillis(), CheckpointingMode.EXACTLY_ONCE);
    JobGraph.Found found = JobGraph.add(env, source(given), given.settings());
    found
        .findings()
        .sinkTo(sink(given, given.to()))
        .name("findings")
        .uid("findings")
        .setParallelism(1);
    if (!given.totals().isEmpty()) {
      found
          .totals()
          .sinkTo(sink(given, given.totals()))
          .name("totals")
          .uid("totals")
          .setParallelism(1);
    }
  }

  @SuppressWarnings("deprecation") // the connector takes no other name of where to begin
  static KafkaSource<byte[]> source(Arguments given) throws IOException {
    KafkaSourceBuilder<byte[]> builder =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(given.brokers())
            .setTopics(given.from())
            .setGroupId(given.group())
            .setDeserializer(new ContainerRecords(given.settings().causesSeed()))
            .setProperties(properties(given))
            .setProperty("isolation.level", "read_committed")
            .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST));
    if (given.untilEnd()) {
      builder.setBounded(OffsetsInitializer.latest());
    }
    return builder.build();
  }

  static KafkaSink<byte[]> sink(Arguments given, String topic) throws IOException {
    Properties properties = properties(given);
    properties.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
    return KafkaSink.<byte[]>builder()
        .setBootstrapServers(given.brokers())
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix("nxsight-" + given.group() + "-" + topic)
        .setKafkaProducerConfig(properties)
        .setRecordSerializer(
            KafkaRecordSerializationSchema.<byte[]>builder()
                .setTopic(topic)
                .setValueSerializationSchema(new Plain())
                .build())
        .build();
  }

  private static Properties properties(Arguments given) throws IOException {
    Properties properties = new Properties();
    if (!given.kafkaProperties().isEmpty()) {
      try (InputStream in = Files.newInputStream(Path.of(given.kafkaProperties()))) {
        properties.load(in);
      }
    }
    return properties;
  }
}
