package org.nxsight.app.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A topic to read, in the form that nmsgtool's {@code --readkafka} takes: {@code
 * nmsg:TOPIC[#PARTITION|%GROUP]@BROKER[:PORT][,OFFSET]}, where OFFSET is a number, {@code oldest}
 * or {@code newest}. Beyond that, several brokers may stand there, separated by commas.
 *
 * @param partition the only one that is read; all when it is absent
 * @param group under whose name Kafka keeps how far has been read; null when nobody keeps it
 * @param brokers {@code HOST:PORT}, separated by commas
 * @param start from where on
 * @param offset the number, when it starts at one
 */
public record TopicAddress(
    String topic,
    OptionalInt partition,
    @Nullable String group,
    String brokers,
    Start start,
    OptionalLong offset) {
  /** From where on a topic is read. */
  public enum Start {
    /** The first record there is. */
    OLDEST,
    /** What comes from now on. */
    NEWEST,
    /** A number. */
    OFFSET,
    /** Not said: where the group is; else the newest, or the oldest when it is read to its end. */
    UNSAID
  }

  private static final Pattern FORM =
      Pattern.compile("nmsg:([A-Za-z0-9._-]{1,249})(?:#(\\d{1,9})|%([^@,\\s]{1,249}))?@(\\S+)");

  private static final Pattern BROKER =
      Pattern.compile(
          "(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]*[A-Za-z._-][A-Za-z0-9._-]*|\\d+(?:\\.\\d+){3})(?::(\\d{1,5}))?");

  private static final int DEFAULT_PORT = 9092;

  /** Whether a text is meant to be one. */
  public static boolean isOne(String text) {
    return text.startsWith("nmsg:");
  }

  /** Reads an address; what is none is told by an {@link IllegalArgumentException}. */
  public static TopicAddress parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not of the form nmsg:TOPIC[#PARTITION|%GROUP]@BROKER[:PORT][,OFFSET]");
    }
    List<String> parts = new ArrayList<>(List.of(matcher.group(4).split(",", -1)));
    Start start = Start.UNSAID;
    OptionalLong offset = OptionalLong.empty();
    String last = parts.getLast();
    if (parts.size() > 1 && last.matches("oldest|newest|\\d{1,18}")) {
      parts.removeLast();
      start =
          switch (last) {
            case "oldest" -> Start.OLDEST;
            case "newest" -> Start.NEWEST;
            default -> Start.OFFSET;
          };
      offset = start == Start.OFFSET ? OptionalLong.of(Long.parseLong(last)) : OptionalLong.empty();
    }
    return new TopicAddress(
        matcher.group(1),
        matcher.group(2) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(matcher.group(2))),
        matcher.group(3),
        brokers(String.join(",", parts)),
        start,
        offset);
  }

  /**
   * Brokers with the port each, separated by commas.
   *
   * @throws IllegalArgumentException with a line when one of them is none
   */
  public static String brokers(String text) {
    List<String> brokers = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      Matcher matcher = BROKER.matcher(each);
      int port = -1;
      if (matcher.matches()) {
        port = matcher.group(2) == null ? DEFAULT_PORT : Integer.parseInt(matcher.group(2));
      }
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("'" + each + "' is no broker of the form HOST[:PORT]");
      }
      brokers.add(matcher.group(1) + ":" + port);
    }
    return String.join(",", brokers);
  }

  @Override
  public String toString() {
    String which =
        partition.isPresent() ? "#" + partition.getAsInt() : group == null ? "" : "%" + group;
    return "nmsg:" + topic + which + "@" + brokers;
  }
}
