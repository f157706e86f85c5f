package org.nxsight.app.top;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a run, as {@code /api/v1/now} tells it.
 *
 * @param time of day there
 * @param packetsPerSecond that come in
 * @param numbers single counts, by name
 * @param rcodes responses a second
 * @param causes failures a second
 * @param cuts failures a second
 * @param dropped packets left out, by reason
 * @param findings the last ones, the latest first
 */
record NowReading(
    String time,
    double packetsPerSecond,
    Map<String, Long> numbers,
    Map<String, Double> rcodes,
    Map<String, Double> causes,
    Map<String, Double> cuts,
    Map<String, Double> dropped,
    List<FindingLine> findings) {
  private static final List<String> NUMBERS =
      List.of(
          "packets",
          "open_queries",
          "queries_answered",
          "unanswered",
          "kernel_drops",
          "subscribers",
          "subscribers_lost",
          "findings_open");

  /**
   * A finding in a line.
   *
   * @param severity in lower case
   * @param text kind, subject and sentence
   */
  record FindingLine(String severity, String text) {}

  /** Reads one; null when it is none. */
  static @Nullable NowReading parse(String json) {
    try {
      JsonObject now = JsonParser.parseString(json).getAsJsonObject();
      Map<String, Long> numbers = new LinkedHashMap<>();
      for (String name : NUMBERS) {
        numbers.put(name, now.has(name) ? now.get(name).getAsLong() : 0);
      }
      return new NowReading(
          now.get("time").getAsString(),
          now.get("packets_per_second").getAsDouble(),
          numbers,
          rates(now.get("rcodes")),
          rates(now.get("causes")),
          cuts(now.get("top_cuts")),
          rates(now.get("dropped")),
          findings(now.get("last_findings")));
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException
        | NumberFormatException e) {
      return null;
    }
  }

  private static Map<String, Double> rates(@Nullable JsonElement object) {
    Map<String, Double> rates = new LinkedHashMap<>();
    if (object != null) {
      object
          .getAsJsonObject()
          .entrySet()
          .forEach(each -> rates.put(each.getKey(), each.getValue().getAsDouble()));
    }
    return rates;
  }

  private static Map<String, Double> cuts(@Nullable JsonElement array) {
    Map<String, Double> cuts = new LinkedHashMap<>();
    for (JsonElement each : array == null ? new JsonArray() : array.getAsJsonArray()) {
      JsonObject cut = each.getAsJsonObject();
      cuts.put(cut.get("cut").getAsString(), cut.get("per_second").getAsDouble());
    }
    return cuts;
  }

  private static List<FindingLine> findings(@Nullable JsonElement array) {
    List<FindingLine> lines = new ArrayList<>();
    for (JsonElement each : array == null ? new JsonArray() : array.getAsJsonArray()) {
      JsonObject finding = each.getAsJsonObject();
      lines.add(
          new FindingLine(
              finding.get("severity").getAsString(),
              finding.get("kind").getAsString()
                  + " "
                  + finding.get("subject").getAsString()
                  + ": "
                  + finding.get("sentence").getAsString()));
    }
    return lines;
  }

  long number(String name) {
    return numbers.getOrDefault(name, 0L);
  }
}
