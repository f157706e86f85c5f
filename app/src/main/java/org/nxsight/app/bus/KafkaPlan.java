package org.nxsight.app.bus;

import java.util.List;
import java.util.Map;

/**
 * How channels are published to Kafka.
 *
 * @param brokers {@code HOST:PORT} of some brokers, separated by commas
 * @param channels that become topics
 * @param prefix of their topics' names; may be empty
 * @param partitions of topics that are made when they are missing; 0 when none is made
 * @param settings of Kafka's clients, such as those of SASL and TLS; never told to anybody
 * @param spillOctets how much may wait on disk in a live run
 * @param patienceNanos how long a run that can wait does so without an acknowledgement
 */
public record KafkaPlan(
    String brokers,
    List<String> channels,
    String prefix,
    int partitions,
    Map<String, String> settings,
    long spillOctets,
    long patienceNanos) {
  /** Whether a channel becomes a topic. */
  public boolean wants(String channel) {
    return channels.contains(channel);
  }

  /** The topic of a channel. */
  String topic(String channel) {
    return prefix + channel;
  }

  /** The channel of a topic; the topic itself when it is one of an earlier run. */
  String channel(String topic) {
    return topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
  }
}
