package org.nxsight.cluster;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsight.analysis.condensing.Seeds;
import org.nxsight.analysis.sharding.Shards;

/**
 * What the job was told on its command line.
 *
 * @param brokers addresses of Kafka, by commas
 * @param from the topic of containers
 * @param to the topic of findings
 * @param totals a topic for how often each cause was told when the stream has ended; empty for none
 * @param group of consumers, and what transactions are named after: one for each job
 * @param kafkaProperties a file of settings for Kafka's clients, secrets among them; empty for none
 * @param checkpointMillis how often state is written and findings become visible
 * @param untilEnd whether the job ends where the topic ends now
 */
record Arguments(
    String brokers,
    String from,
    String to,
    String totals,
    String group,
    String kafkaProperties,
    long checkpointMillis,
    boolean untilEnd,
    JobSettings settings) {
  static final String USAGE =
      """
      usage: flink run nxsight-cluster.jar --brokers HOST:PORT[,...] [options]
        --from TOPIC              containers of base:dnsqr (default ch202)
        --to TOPIC                findings (default findings)
        --totals TOPIC            with --until-end: how often each cause was told
        --group NAME              one for each job (default nxsight)
        --kafka-properties FILE   settings of Kafka's clients, such as SASL and TLS
        --shards N                the most tasks a stage can ever have (default 128)
        --checkpoint SECONDS      (default 10)
        --out-of-order SECONDS    how late a record may come and be in order (default 5)
        --idle SECONDS            after which a silent partition is not waited for (default 30)
        --seed N                  a secret number, the same for the life of a state
        --day YYYY-MM-DD          around which generated names are known at first (default today)
        --brands FILE, --own FILE, --never-mail FILE   as of nxsight run; where the tasks run, too
        --until-end               end where the topic ends now\
      """;

  private static final Set<String> FLAGS = Set.of("--until-end");
  private static final Set<String> LISTS = Set.of("--brands", "--own", "--never-mail");
  private static final Set<String> VALUES =
      Set.of(
          "--brokers",
          "--from",
          "--to",
          "--totals",
          "--group",
          "--kafka-properties",
          "--shards",
          "--checkpoint",
          "--out-of-order",
          "--idle",
          "--seed",
          "--day");
  private static final int MOST_SHARDS = 1 << 15;
  private static final long MILLIS = 1000;

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException whose message says in one line what is wrong
   */
  static Arguments of(String... words) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean flag = FLAGS.contains(word);
      if (!flag && !LISTS.contains(word) && !VALUES.contains(word)) {
        throw new IllegalArgumentException("unknown option " + word);
      }
      if (!flag && i + 1 == words.length) {
        throw new IllegalArgumentException(word + " needs a value");
      }
      given.computeIfAbsent(word, _ -> new ArrayList<>()).add(flag ? "" : words[++i]);
    }
    String brokers = value(given, "--brokers", "");
    if (brokers.isEmpty()) {
      throw new IllegalArgumentException("--brokers HOST:PORT is needed");
    }
    return new Arguments(
        brokers,
        value(given, "--from", "ch202"),
        value(given, "--to", "findings"),
        value(given, "--totals", ""),
        value(given, "--group", "nxsight"),
        value(given, "--kafka-properties", ""),
        number(given, "--checkpoint", 10, 1, 3600) * MILLIS,
        given.containsKey("--until-end"),
        settings(given));
  }

  private static JobSettings settings(Map<String, List<String>> given) {
    Seeds seeds =
        given.containsKey("--seed")
            ? Seeds.of(number(given, "--seed", 0, Long.MIN_VALUE, Long.MAX_VALUE))
            : Seeds.ofCaptures();
    return new JobSettings(
        (int) number(given, "--shards", Shards.DEFAULT, 1, MOST_SHARDS),
        seeds.causes(),
        seeds.findings(),
        day(given),
        given.getOrDefault("--brands", List.of()),
        given.getOrDefault("--own", List.of()),
        given.getOrDefault("--never-mail", List.of()),
        number(given, "--out-of-order", 5, 0, 3600) * MILLIS,
        number(given, "--idle", 30, 1, 86_400) * MILLIS);
  }

  private static LocalDate day(Map<String, List<String>> given) {
    String text = value(given, "--day", "");
    if (text.isEmpty()) {
      return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--day needs a day such as 2026-03-10, not " + text, e);
    }
  }

  private static String value(Map<String, List<String>> given, String option, String otherwise) {
    List<String> values = given.getOrDefault(option, List.of(otherwise));
    if (values.size() > 1) {
      throw new IllegalArgumentException(option + " is given twice");
    }
    return values.getFirst();
  }

  private static long number(
      Map<String, List<String>> given, String option, long otherwise, long least, long most) {
    String text = value(given, option, String.valueOf(otherwise));
    long number;
    try {
      number = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " needs a whole number, not " + text, e);
    }
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          option + " is " + number + "; from " + least + " to " + most + " is possible");
    }
    return number;
  }
}
