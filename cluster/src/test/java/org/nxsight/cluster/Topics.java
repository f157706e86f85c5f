package org.nxsight.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.nxsight.channels.Records;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Packing;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.Dnsqr;

/** Topics of a broker, as a test fills and reads them. */
final class Topics implements AutoCloseable {
  static final int PARTITIONS = 4;

  private static final Duration SOON = Duration.ofMillis(200);

  private final Properties properties = new Properties();
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Records records = new Records();
  private final ContainerWriter container = new ContainerWriter(1 << 20);
  private int published;

  Topics(String brokers) {
    properties.setProperty("bootstrap.servers", brokers);
    admin = Admin.create(properties);
    Properties sending = new Properties();
    sending.putAll(properties);
    sending.setProperty("acks", "all");
    sending.setProperty("delivery.timeout.ms", "120000");
    producer = new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void create(String name, int partitions) throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
  }

  /** Publishes exchanges, each piece as one container in the next partition. */
  void publish(String topic, List<byte[]> pieces) throws ExecutionException, InterruptedException {
    ExchangeView exchange = new ExchangeView();
    for (byte[] piece : pieces) {
      exchange.wrap(piece, Packing.HEADER_OCTETS, piece.length);
      container.reset();
      while (exchange.next()) {
        Dnsqr dnsqr = records.dnsqr(exchange);
        int at =
            container.open(
                Dnsqr.VENDOR, Dnsqr.TYPE, exchange.responseNanos(), 0, dnsqr.encodedOctets());
        if (at < 0) {
          throw new IllegalStateException("a piece is longer than a container");
        }
        dnsqr.encode(container.buffer(), at);
        container.close();
      }
      int length = container.finish();
      byte[] value = new byte[length];
      System.arraycopy(container.buffer(), container.start(), value, 0, length);
      producer.send(new ProducerRecord<>(topic, published++ % PARTITIONS, null, value)).get();
    }
  }

  /** Waits until a group has told that it has read all there is, or anything. */
  void awaitRead(String group, String topic, boolean all)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int i = 0; i < PARTITIONS; i++) {
      asked.put(new TopicPartition(topic, i), OffsetSpec.latest());
    }
    boolean enough = false;
    while (!enough) {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      long there = 0;
      long done = 0;
      for (var each : admin.listOffsets(asked).all().get().entrySet()) {
        there += each.getValue().offset();
        OffsetAndMetadata offset = read.get(each.getKey());
        done += offset == null ? 0 : offset.offset();
      }
      enough = all ? done >= there : done > 0;
      Thread.onSpinWait();
    }
  }

  /** All committed records of a topic, in the order of the alphabet. */
  List<String> read(String topic) throws ExecutionException, InterruptedException {
    TopicPartition partition = new TopicPartition(topic, 0);
    Properties reading = new Properties();
    reading.putAll(properties);
    reading.setProperty("isolation.level", "read_committed");
    List<String> lines = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(SOON)) {
          lines.add(new String(each.value(), StandardCharsets.UTF_8));
        }
      }
    }
    return lines.stream().sorted().toList();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
