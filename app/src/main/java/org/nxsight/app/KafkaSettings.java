package org.nxsight.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.bus.KafkaPlan;
import org.nxsight.app.bus.TopicAddress;
import org.nxsight.app.bus.TopicSource;
import org.nxsight.capture.Source;
import picocli.CommandLine.Option;

/** The options of {@code nxsight run} about Kafka: channels as topics, and topics as input. */
final class KafkaSettings {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,200}");
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9})(?:([kmgt])i?b?)?", Pattern.CASE_INSENSITIVE);
  private static final List<String> DEFAULT_CHANNELS =
      List.of(ChannelName.ERRORS, ChannelName.NXDOMAIN, ChannelName.FINDINGS);
  private static final String UNITS = "kmgt";
  private static final int MOST_PARTITIONS = 10_000;

  @Option(
      names = "--kafka",
      paramLabel = "BROKER[:PORT],...",
      description =
          "also publishes channels to Kafka, each as a topic of its name; a record is an NMSG"
              + " container, or a finding as JSON")
  private @Nullable String brokers;

  @Option(
      names = "--kafka-channels",
      paramLabel = "CHANNEL",
      split = ",",
      description =
          "which channels: ch202 (every response with its query), ch204, ch220, ch221, findings"
              + " (default: ch220,ch221,findings)")
  private List<String> channels = new ArrayList<>();

  @Option(
      names = "--kafka-prefix",
      paramLabel = "TEXT",
      description = "what the topics' names begin with (default: nothing)")
  private String prefix = "";

  @Option(
      names = "--kafka-create",
      paramLabel = "PARTITIONS",
      defaultValue = "0",
      description = "makes topics that are missing, with so many partitions (default: makes none)")
  private int partitions;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "takes settings of Kafka's clients, such as those of SASL and TLS, from a properties file")
  private @Nullable Path config;

  @Option(
      names = "--kafka-spill",
      paramLabel = "SIZE",
      defaultValue = "1G",
      description =
          "how much a live run keeps on disk for a broker that is slow or away; k, M, G, T octets"
              + " (default: ${DEFAULT-VALUE})")
  private String spill = "1G";

  @Option(
      names = "--kafka-patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "how long a run over captures waits for a broker that acknowledges nothing (default:"
              + " ${DEFAULT-VALUE})")
  private int patienceSeconds = 60;

  @Option(
      names = "--from-kafka",
      paramLabel = "nmsg:TOPIC[#PARTITION|%GROUP]@BROKER[:PORT][,OFFSET]",
      description =
          "reads NMSG containers from a topic until SIGTERM or SIGINT, from an offset on, oldest or"
              + " newest; a group's place is kept; repeatable")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = "--until-end",
      description = "reads topics from the oldest record to the last one there is now, and ends")
  private boolean untilEnd;

  /** Whether topics are read for as long as the run lasts. */
  boolean follows() {
    return !topics.isEmpty() && !untilEnd;
  }

  /** Whether topics are read up to their end, as captures are. */
  boolean readsToTheEnd() {
    return !topics.isEmpty() && untilEnd;
  }

  /** What is wrong with the options; empty when nothing is. */
  String complaint() {
    try {
      topics.forEach(TopicAddress::parse);
    } catch (IllegalArgumentException e) {
      return "--from-kafka: " + e.getMessage();
    }
    if (untilEnd && topics.isEmpty()) {
      return "--until-end: is about topics; name one by --from-kafka";
    }
    try {
      if (brokers != null) {
        TopicAddress.brokers(brokers);
      }
    } catch (IllegalArgumentException e) {
      return "--kafka: " + e.getMessage();
    }
    for (String channel : channels) {
      if (!ChannelName.PUBLISHED.contains(channel)) {
        return "--kafka-channels: there is no channel '"
            + channel
            + "'; there are "
            + String.join(", ", ChannelName.PUBLISHED);
      }
    }
    if (!PREFIX.matcher(prefix).matches()) {
      return "--kafka-prefix: a topic's name has letters, digits, '.', '_' and '-'";
    }
    if (partitions < 0 || partitions > MOST_PARTITIONS) {
      return "--kafka-create: must be in 1.." + MOST_PARTITIONS;
    }
    if (!SIZE.matcher(spill).matches()) {
      return "--kafka-spill: '" + spill + "' is not of the form 500M or 20G";
    }
    return patienceSeconds < 1 || patienceSeconds > 86_400
        ? "--kafka-patience: must be in 1..86400"
        : "";
  }

  /** How channels are published; null when they are not. */
  @Nullable KafkaPlan plan() throws Complaint {
    return brokers == null
        ? null
        : new KafkaPlan(
            TopicAddress.brokers(brokers),
            channels.isEmpty() ? DEFAULT_CHANNELS : List.copyOf(channels),
            prefix,
            partitions,
            clientSettings(),
            spillOctets(),
            patienceSeconds * 1_000_000_000L);
  }

  private long spillOctets() {
    Matcher matcher = SIZE.matcher(spill);
    if (!matcher.matches()) {
      return 0; // the complaint has been told
    }
    String unit = matcher.group(2);
    int shift = unit == null ? 0 : 10 * (1 + UNITS.indexOf(unit.toLowerCase(Locale.ROOT)));
    return Long.parseLong(matcher.group(1)) << shift;
  }

  private Map<String, String> clientSettings() throws Complaint {
    return clientSettings(config);
  }

  /** The settings in a properties file; none without a file. */
  static Map<String, String> clientSettings(@Nullable Path file) throws Complaint {
    Map<String, String> settings = new TreeMap<>();
    if (file == null) {
      return settings;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new Complaint(
          Complaint.UNUSABLE,
          Printable.of("--kafka-config: " + Faults.describe(e, file.toString())));
    } catch (IllegalArgumentException e) {
      throw new Complaint(
          Complaint.UNUSABLE, Printable.of("--kafka-config: " + file + ": is no properties file"));
    }
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings;
  }

  /** Opens the topics. */
  List<Source> open() throws Complaint {
    List<Source> sources = new ArrayList<>();
    try {
      for (String text : topics) {
        sources.add(TopicSource.open(TopicAddress.parse(text), clientSettings(), untilEnd));
      }
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    }
    if (!untilEnd && !topics.isEmpty()) {
      Notices.say("reading " + String.join(", ", topics) + "; Ctrl-C or SIGTERM ends it");
    }
    return sources;
  }
}
