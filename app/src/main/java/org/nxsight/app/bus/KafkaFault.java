package org.nxsight.app.bus;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** What is wrong with Kafka, in one line for a person. */
final class KafkaFault extends IOException {
  private final boolean away;

  private KafkaFault(String message, boolean away) {
    super(message);
    this.away = away;
  }

  /** Whether no broker answered, so that one may when it is tried again. */
  boolean isAway() {
    return away;
  }

  /** Nobody answered. */
  static KafkaFault noAnswer(String brokers, long seconds) {
    return new KafkaFault(
        String.format(
            Locale.ROOT,
            "kafka %s: no broker answered within %d s; is one running, and is that its address?",
            brokers,
            seconds),
        true);
  }

  /** Something that trying again does not mend. */
  static KafkaFault of(String brokers, String what) {
    return new KafkaFault("kafka " + brokers + ": " + what, false);
  }

  /** What a call of Kafka's threw. */
  static KafkaFault of(String brokers, Exception thrown, long seconds) {
    Throwable cause = thrown;
    while ((cause instanceof ExecutionException || cause.getClass() == KafkaException.class)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof TimeoutException) {
      return noAnswer(brokers, seconds);
    }
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return of(brokers, message.isEmpty() ? cause.getClass().getSimpleName() : message);
  }

  /** Whether a broker or the producer refuses a record for what it is, and did not write it. */
  static boolean isRefusal(Exception failure) {
    return Arrays.asList(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidTimestampException.class,
            InvalidTopicException.class,
            InvalidConfigurationException.class,
            UnsupportedVersionException.class,
            ConfigException.class)
        .contains(failure.getClass());
  }

  /** Whether the producer took a record not at all, for want of room or of an answer. */
  static boolean isUntaken(Exception failure) {
    return failure instanceof TimeoutException;
  }
}
