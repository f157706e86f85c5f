package org.nxsight.app.live;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.app.serve.ApiServer;
import org.nxsight.channels.live.LiveChannel;

/**
 * The metrics of a process for Prometheus, read when they are asked for. Labels take their values
 * from closed sets: reasons, outcomes, rcodes with a name, causes, kinds, channels and datasets.
 */
public final class Metrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();

  /** The metrics every process has. */
  public Metrics(String version) {
    gauge(
        "nxsight_build_info",
        "Always 1; the version is in the label.",
        "version",
        () -> Map.of(version, 1));
    JvmMetrics.addTo(this);
  }

  /** Adds those of a run. */
  public void addRun(LiveView view) {
    addTraffic(view);
    counters("nxsight_failures", "Failures by cause.", "cause", view::causes);
    addChannels(view);
    gauge(
        "nxsight_findings_open",
        "Open findings by kind.",
        "kind",
        () -> named(view.findings().openByKind()));
    counters(
        "nxsight_findings_opened",
        "Findings opened in this run by kind.",
        "kind",
        () -> named(view.findings().opened()));
    counters(
        "nxsight_findings_left_out",
        "Findings that were not opened, since too many of their kind were open.",
        "kind",
        () -> named(view.findings().leftOut()));
    BusMetrics.addTo(this, view);
    gauge("nxsight_run_over", "1 when nothing more will come.", () -> view.isOver() ? 1 : 0);
  }

  /** Adds those of the server. */
  public void addServer(ApiServer server) {
    gauge("nxsight_http_connections", "Open connections of clients.", server::connections);
    counters(
        "nxsight_http_connections_cut",
        "Connections that were cut off by reason.",
        "reason",
        server::cutConnections);
  }

  private void addTraffic(LiveView view) {
    counter(view, "nxsight_packets", "Packets that came in.", TrafficReading::packets);
    counter(
        view, "nxsight_packet_octets", "Octets of packets on the wire.", TrafficReading::octets);
    counter(view, "nxsight_dns_packets", "Packets that carried DNS.", TrafficReading::dnsPackets);
    counter(
        view, "nxsight_dns_messages", "DNS messages that went on.", TrafficReading::dnsMessages);
    counter(
        view,
        "nxsight_kernel_dropped_packets",
        "Packets lost before they could be taken.",
        TrafficReading::kernelDrops);
    counter(
        view,
        "nxsight_evicted_queries",
        "Queries that made room before their time was up.",
        TrafficReading::evicted);
    gauge(
        "nxsight_open_queries",
        "Queries that wait for their response.",
        () -> view.traffic().openQueries());
    counters(
        "nxsight_left_out_packets",
        "Packets that were left out by reason.",
        "reason",
        () -> view.traffic().leftOut());
    counters(
        "nxsight_exchanges",
        "What became of queries and responses.",
        "outcome",
        () -> view.traffic().outcomes());
    counters("nxsight_responses", "Responses by rcode.", "rcode", () -> view.traffic().rcodes());
    counters(
        "nxsight_channel_records",
        "Exchanges that went to a channel.",
        "channel",
        () -> view.traffic().channels());
  }

  private void addChannels(LiveView view) {
    gauge(
        "nxsight_live_subscribers",
        "Subscribers to a live channel.",
        "channel",
        () -> perChannel(view, LiveChannel::subscribers));
    counters(
        "nxsight_live_delivered",
        "Records put in subscribers' queues.",
        "channel",
        () -> perChannel(view, LiveChannel::delivered));
    counters(
        "nxsight_live_lost",
        "Records subscribers lost, each told to them.",
        "channel",
        () -> perChannel(view, LiveChannel::lost));
  }

  private static Map<String, Number> perChannel(LiveView view, Function<LiveChannel, Number> of) {
    Map<String, Number> values = new LinkedHashMap<>();
    view.hub().channels().forEach(each -> values.put(each.name(), of.apply(each)));
    return values;
  }

  private static Map<String, Number> named(Map<FindingKind, ? extends Number> byKind) {
    Map<String, Number> values = new LinkedHashMap<>();
    for (FindingKind kind : FindingKind.values()) {
      Number number = byKind.get(kind);
      values.put(kind.name(), number == null ? 0 : number);
    }
    return values;
  }

  private void counter(
      LiveView view, String name, String help, ToDoubleFunction<TrafficReading> of) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(each -> each.call(of.applyAsDouble(view.traffic())))
        .register(registry);
  }

  /** A counter for each value of a label. */
  void counters(
      String name,
      String help,
      String label,
      Supplier<? extends Map<String, ? extends Number>> of) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(each -> of.get().forEach((key, value) -> each.call(value.doubleValue(), key)))
        .register(registry);
  }

  /** A gauge for each value of a label. */
  void gauge(
      String name,
      String help,
      String label,
      Supplier<? extends Map<String, ? extends Number>> of) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(each -> of.get().forEach((key, value) -> each.call(value.doubleValue(), key)))
        .register(registry);
  }

  /** A gauge. */
  void gauge(String name, String help, Supplier<? extends Number> of) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(each -> each.call(of.get().doubleValue()))
        .register(registry);
  }

  /** A counter. */
  void counter(String name, String help, Supplier<? extends Number> of) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(each -> each.call(of.get().doubleValue()))
        .register(registry);
  }

  /** All of them in the text format. */
  byte[] text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(out, registry.scrape());
    return out.toByteArray();
  }
}
