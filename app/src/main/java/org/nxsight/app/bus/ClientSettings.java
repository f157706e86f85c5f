package org.nxsight.app.bus;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The settings of Kafka's clients: ours, the user's over them, and over all those that our promises
 * rest on.
 */
final class ClientSettings {
  /** What a batch of records has before it is compressed, some two containers. */
  private static final int BATCH_OCTETS = 256 << 10;

  /** Four times what may be under way: a batch is given its whole size when it is begun. */
  private static final long BUFFER_OCTETS = 4L * Bus.UNDER_WAY_OCTETS;

  private static final int MAX_REQUEST_OCTETS = 4 << 20;
  private static final int LINGER_MILLIS = 20;

  /** How long one call may hold up the thread that sends. */
  private static final int MAX_BLOCK_MILLIS = 1_000;

  private ClientSettings() {}

  private static Map<String, Object> common(String brokers, Map<String, String> user) {
    // Before the first class of Kafka's is loaded: it would tell that nobody logs.
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "nxsight");
    settings.putAll(user);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
    return settings;
  }

  /** Of what asks for and makes topics. */
  static Map<String, Object> admin(String brokers, Map<String, String> user, int timeoutMillis) {
    Map<String, Object> settings = common(brokers, user);
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
    return settings;
  }

  /**
   * Of what sends. Each record is acknowledged by all replicas and written once: the producer tries
   * for ever, under the same number, so that a broker knows it when it comes twice.
   */
  static Map<String, Object> producer(String brokers, Map<String, String> user) {
    Map<String, Object> ours = new LinkedHashMap<>();
    ours.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    ours.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, 1);
    ours.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    ours.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_OCTETS);
    ours.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_OCTETS);
    ours.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_OCTETS);
    ours.putAll(common(brokers, user));
    ours.put(ProducerConfig.ACKS_CONFIG, "all");
    ours.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    ours.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    ours.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    ours.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    ours.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    ours.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    ours.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return ours;
  }

  /** Of what reads. What a transaction wrote is seen when it is complete. */
  static Map<String, Object> consumer(String brokers, Map<String, String> user, int timeoutMillis) {
    Map<String, Object> ours = new LinkedHashMap<>();
    ours.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ours.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_REQUEST_OCTETS);
    ours.putAll(common(brokers, user));
    ours.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
    ours.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
    ours.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    ours.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    ours.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    ours.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return ours;
  }
}
