package org.nxsight.app.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A producer and the topics it sends to, which all are there. */
final class KafkaLink {
  /** How long a topic that was made may take to be known. */
  private static final long KNOWN_NANOS = 10_000_000_000L;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, Integer> partitions;

  private KafkaLink(KafkaProducer<byte[], byte[]> producer, Map<String, Integer> partitions) {
    this.producer = producer;
    this.partitions = partitions;
  }

  /**
   * Finds the brokers and the topics, and makes topics that are missing if that was asked for.
   *
   * @throws KafkaFault when no broker answers, or a topic is missing
   */
  static KafkaLink open(KafkaPlan plan, int timeoutMillis) throws KafkaFault {
    List<String> topics = plan.channels().stream().map(plan::topic).toList();
    int seconds = timeoutMillis / 1000;
    try (Admin admin =
        Admin.create(ClientSettings.admin(plan.brokers(), plan.settings(), timeoutMillis))) {
      Map<String, Integer> partitions = known(admin, topics);
      List<String> missing =
          topics.stream().filter(topic -> !partitions.containsKey(topic)).toList();
      if (!missing.isEmpty()) {
        make(plan, admin, missing);
        partitions.putAll(await(plan, admin, missing));
      }
      return new KafkaLink(
          new KafkaProducer<>(ClientSettings.producer(plan.brokers(), plan.settings())),
          partitions);
    } catch (ExecutionException | KafkaException e) {
      throw KafkaFault.of(plan.brokers(), e, seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw KafkaFault.noAnswer(plan.brokers(), seconds);
    }
  }

  /** How many partitions each topic has, of those that are there. */
  private static Map<String, Integer> known(Admin admin, List<String> topics)
      throws ExecutionException, InterruptedException {
    Map<String, Integer> partitions = new HashMap<>();
    Map<String, KafkaFuture<TopicDescription>> described =
        admin.describeTopics(topics).topicNameValues();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> each : described.entrySet()) {
      try {
        partitions.put(each.getKey(), each.getValue().get().partitions().size());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
    return partitions;
  }

  private static void make(KafkaPlan plan, Admin admin, List<String> missing)
      throws KafkaFault, ExecutionException, InterruptedException {
    if (plan.partitions() == 0) {
      throw KafkaFault.of(
          plan.brokers(),
          "there is no topic "
              + String.join(", ", missing)
              + "; make it, or let --kafka-create PARTITIONS do so");
    }
    List<NewTopic> topics = new ArrayList<>();
    for (String topic : missing) {
      topics.add(new NewTopic(topic, Optional.of(plan.partitions()), Optional.empty()));
    }
    for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) {
      try {
        made.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) { // another sensor was faster
          throw e;
        }
      }
    }
  }

  private static Map<String, Integer> await(KafkaPlan plan, Admin admin, List<String> topics)
      throws KafkaFault, ExecutionException, InterruptedException {
    long startNanos = System.nanoTime();
    while (System.nanoTime() - startNanos < KNOWN_NANOS) {
      Map<String, Integer> partitions = known(admin, topics);
      if (partitions.size() == topics.size()) {
        return partitions;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw KafkaFault.of(plan.brokers(), "topics were made and are not known; try again");
  }

  /**
   * Hands a record to the producer; what becomes of it is told to {@code pending}, then told on.
   */
  void send(Pending pending, Runnable told) {
    OutgoingRecord outgoing = pending.outgoing();
    Integer count = partitions.get(outgoing.topic());
    Integer partition =
        outgoing.bucket() == OutgoingRecord.NO_BUCKET || count == null
            ? null
            : Integer.valueOf(outgoing.bucket() % count);
    try {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  outgoing.topic(),
                  partition,
                  outgoing.key(),
                  outgoing.value(),
                  RecordTime.headers(outgoing.epochNanos())),
              (metadata, failure) -> {
                pending.complete(failure);
                told.run();
              });
    } catch (KafkaException | IllegalStateException e) {
      pending.complete(e);
    }
  }

  /** Ends; what has not been acknowledged in this time is told to have failed. */
  void close(Duration atMost) {
    producer.close(atMost);
  }
}
