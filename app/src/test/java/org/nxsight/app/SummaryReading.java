package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** A summary as its readers get it: JSON. */
public final class SummaryReading {
  private static final String LEFT_OUT = "left_out.";

  private final JsonObject summary;

  private SummaryReading(JsonObject summary) {
    this.summary = summary;
  }

  /** Reads exactly one JSON object in one line, by the letter of RFC 8259. */
  public static SummaryReading of(String printed) {
    assertThat(printed).endsWith("}\n").hasLineCount(1);
    JsonReader reader = new JsonReader(new StringReader(printed.strip()));
    reader.setStrictness(Strictness.STRICT);
    return new SummaryReading(JsonParser.parseReader(reader).getAsJsonObject());
  }

  /** A number, by the names of its object and its member. */
  public long number(String object, String member) {
    return summary.getAsJsonObject(object).get(member).getAsLong();
  }

  /** A number outside of all objects. */
  public long whole(String member) {
    return summary.get(member).getAsLong();
  }

  /** The numbers of an object that are not 0. */
  public Map<String, Long> numbers(String object) {
    Map<String, Long> numbers = new TreeMap<>();
    for (Map.Entry<String, JsonElement> entry : summary.getAsJsonObject(object).entrySet()) {
      if (entry.getValue().isJsonPrimitive() && entry.getValue().getAsLong() != 0) {
        numbers.put(entry.getKey(), entry.getValue().getAsLong());
      }
    }
    return numbers;
  }

  /** The numbers of an object inside another one. */
  public Map<String, Long> numbersOf(String object, String member) {
    Map<String, Long> numbers = new TreeMap<>();
    summary
        .getAsJsonObject(object)
        .getAsJsonObject(member)
        .entrySet()
        .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().getAsLong()));
    return numbers;
  }

  /** The reasons for which packets were left out, and how many. */
  public Map<String, Long> leftOut() {
    Map<String, Long> leftOut = new TreeMap<>();
    JsonObject reasons = summary.getAsJsonObject("accounting").getAsJsonObject("left_out");
    for (String reason : reasons.keySet()) {
      leftOut.put(LEFT_OUT + reason, reasons.get(reason).getAsLong());
    }
    return leftOut;
  }

  /** Every number of exchanges, channels and left_out that is not 0. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>(leftOut());
    counts.putAll(numbers("exchanges"));
    counts.putAll(numbers("channels"));
    return counts;
  }

  /** The parts that do not depend on version and speed, a line for each; numbers of 0 left out. */
  public String stable() {
    return "input "
        + summary.getAsJsonObject("input")
        + "\naccounting "
        + summary.getAsJsonObject("accounting")
        + "\nexchanges "
        + numbers("exchanges")
        + "\nrcodes "
        + summary.getAsJsonObject("rcodes")
        + "\nchannels "
        + numbers("channels")
        + "\n";
  }

  /** Holds the numbers to the identities of docs/accounting.md. */
  public void assertThatItAddsUp() {
    long messages = number("accounting", "dns_messages");
    long leftOut = leftOut().values().stream().mapToLong(Long::longValue).sum();
    long responses =
        number("exchanges", "answered")
            + number("exchanges", "unsolicited")
            + number("exchanges", "duplicate_responses");
    assertThat(number("accounting", "packets"))
        .isEqualTo(number("accounting", "dns_packets") + leftOut);
    assertThat(number("input", "packets")).isEqualTo(number("accounting", "packets"));
    assertThat(messages)
        .isEqualTo(
            responses
                + number("exchanges", "answered")
                + number("exchanges", "unanswered")
                + number("exchanges", "repeated_queries")
                + number("exchanges", "observations")
                + numbers("passed_over").values().stream().mapToLong(Long::longValue).sum());
    assertThat(numbers("rcodes").values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(responses + number("exchanges", "observations"));
    assertThat(number("channels", "errors"))
        .isEqualTo(responses - numbers("rcodes").getOrDefault("NOERROR", 0L));
    assertThat(
            number("channels", "nxdomain")
                + number("exchanges", "nxdomain_unpaired")
                + number("exchanges", "nxdomain_twins"))
        .isEqualTo(numbers("rcodes").getOrDefault("NXDOMAIN", 0L));
  }
}
