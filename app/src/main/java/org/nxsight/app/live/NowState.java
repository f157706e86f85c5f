package org.nxsight.app.live;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.nxsight.wire.dns.JsonText;

/** The state of a run at a moment as JSON, with what came each second since the one before. */
final class NowState {
  private final StringBuilder out = new StringBuilder("{");
  private final double seconds;

  private NowState(double seconds) {
    this.seconds = seconds;
  }

  /** What was counted at a moment. */
  record Moment(long monotonicNanos, TrafficReading traffic, Map<String, Long> causes) {
    static Moment of(LiveView view, long monotonicNanos) {
      return new Moment(monotonicNanos, view.traffic(), view.causes());
    }
  }

  /**
   * One JSON object in one line, without its end.
   *
   * @param time of day, in ISO 8601
   */
  static String json(String time, Moment before, Moment now, LiveView view) {
    double seconds = Math.max(1e-9, (now.monotonicNanos() - before.monotonicNanos()) / 1e9);
    NowState state = new NowState(seconds);
    state.write(time, before, now, view);
    return state.out.toString();
  }

  private void write(String time, Moment before, Moment now, LiveView view) {
    TrafficReading traffic = now.traffic();
    member("time");
    JsonText.append(out, time);
    number("packets", traffic.packets());
    rate("packets_per_second", traffic.packets() - before.traffic().packets());
    number("open_queries", traffic.openQueries());
    number("queries_answered", traffic.outcome("answered"));
    number("unanswered", traffic.outcome("unanswered"));
    rates("rcodes", before.traffic().rcodes(), traffic.rcodes());
    rates("causes", before.causes(), now.causes());
    numbers("dropped", traffic.leftOut());
    number("kernel_drops", traffic.kernelDrops());
    inputs(traffic);
    cuts(view);
    long[] sums =
        view.hub().channels().stream()
            .map(each -> new long[] {each.subscribers(), each.lost()})
            .reduce(new long[2], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
    number("subscribers", sums[0]);
    number("subscribers_lost", sums[1]);
    number("findings_open", view.findings().open());
    member("last_findings");
    out.append('[').append(String.join(",", view.findings().last())).append(']');
    member("over");
    out.append(view.isOver()).append('}');
  }

  private void inputs(TrafficReading traffic) {
    member("inputs");
    out.append('[');
    String between = "";
    for (InputReading input : traffic.inputs()) {
      out.append(between).append("{\"name\":");
      JsonText.append(out, input.name());
      out.append(",\"messages\":").append(input.packets());
      out.append(",\"octets\":").append(input.octets()).append('}');
      between = ",";
    }
    out.append(']');
  }

  private void cuts(LiveView view) {
    member("top_cuts");
    out.append('[');
    String between = "";
    for (TopCuts.Rate rate : view.topCuts()) {
      out.append(between).append("{\"cut\":");
      JsonText.append(out, rate.cut());
      out.append(",\"per_second\":").append(decimal(rate.perSecond())).append('}');
      between = ",";
    }
    out.append(']');
  }

  private void member(String name) {
    if (out.length() > 1) {
      out.append(',');
    }
    JsonText.append(out, name);
    out.append(':');
  }

  private void number(String name, long number) {
    member(name);
    out.append(number);
  }

  private void rate(String name, long more) {
    member(name);
    out.append(decimal(more / seconds));
  }

  private void rates(String name, Map<String, Long> before, Map<String, Long> now) {
    Map<String, String> rates = new LinkedHashMap<>();
    now.forEach(
        (key, count) -> rates.put(key, decimal((count - before.getOrDefault(key, 0L)) / seconds)));
    object(name, rates);
  }

  private void numbers(String name, Map<String, Long> numbers) {
    Map<String, String> texts = new LinkedHashMap<>();
    numbers.forEach((key, count) -> texts.put(key, Long.toString(count)));
    object(name, texts);
  }

  private void object(String name, Map<String, String> values) {
    member(name);
    out.append('{');
    String between = "";
    for (Map.Entry<String, String> each : values.entrySet()) {
      JsonText.append(out.append(between), each.getKey());
      out.append(':').append(each.getValue());
      between = ",";
    }
    out.append('}');
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
