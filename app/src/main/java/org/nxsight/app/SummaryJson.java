package org.nxsight.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.tcp.StreamCounts;
import org.nxsight.channels.answers.AnswerCounts;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeCounts;
import org.nxsight.wire.dns.JsonText;

/** The summary as one JSON object; its members are a contract with other people's scripts. */
final class SummaryJson {
  private final StringBuilder out = new StringBuilder(1024);

  private SummaryJson() {}

  static String of(Summary summary) {
    SummaryJson json = new SummaryJson();
    json.write(summary);
    return json.out.toString();
  }

  private void write(Summary summary) {
    PacketCounts packets = summary.counts().packets();
    ExchangeCounts exchanges = summary.counts().exchanges();
    out.append("{\"version\":\"").append(summary.version()).append("\",");
    out.append("\"input\":{");
    number("packets", packets.packets()).append(',');
    number("bytes", packets.octets()).append(',');
    time("first", packets.firstNanos()).append(',');
    time("last", packets.lastNanos()).append("},");
    out.append("\"accounting\":{");
    number("packets", packets.packets()).append(',');
    number("dns_messages", packets.dnsMessages()).append(',');
    number("dns_packets", packets.dnsPackets()).append(',');
    numbers("left_out", summary.leftOut()).append(',');
    number("kernel_drops", summary.kernelDrops()).append("},");
    numbers("sources", summary.sources()).append(',');
    out.append("\"exchanges\":{");
    number("answered", exchanges.answered()).append(',');
    number("unanswered", exchanges.unanswered()).append(',');
    number("unsolicited", exchanges.unsolicited()).append(',');
    number("repeated_queries", exchanges.repeatedQueries()).append(',');
    number("duplicate_responses", exchanges.duplicateResponses()).append(',');
    number("recursion_desired", exchanges.answeredWithRecursionDesired()).append(',');
    number("evicted", summary.counts().evicted()).append(',');
    number("cut_off_messages", packets.cutOff()).append(',');
    number("malformed_records", summary.counts().malformedRecords()).append(',');
    number("observations", exchanges.observations()).append(',');
    number("nxdomain_twins", exchanges.nxdomainTwins()).append(',');
    number("nxdomain_twins_forgotten", exchanges.nxdomainTwinsForgotten()).append(',');
    number("nxdomain_unpaired", exchanges.nxdomainLeftOut()).append("},");
    numbers("unreachable", summary.unreachable()).append(',');
    numbers("passed_over", summary.passedOver()).append(',');
    number("sample_one_in", summary.counts().selection().sampleOneIn()).append(',');
    streams(summary.counts().streams());
    numbers("rcodes", summary.rcodes()).append(',');
    out.append("\"channels\":{");
    number("errors", summary.in(Channel.ERRORS)).append(',');
    number("nxdomain", summary.in(Channel.NXDOMAIN)).append(',');
    number("answers", summary.in(Channel.ANSWERS)).append("},");
    answers(summary.counts().answers());
    numbers("store", summary.stored()).append(',');
    numbers("kafka", summary.kafka()).append(',');
    numbers("privacy", summary.takenOut()).append(',');
    numbers("causes", causes(summary)).append(',');
    numbers("findings", summary.findings()).append(',');
    numbers("findings_left_out", summary.findingsLeftOut()).append(',');
    Learned learned = summary.counts().learned();
    out.append("\"learned\":{");
    names("lists", learned.lists()).append(',');
    number("popular_names", learned.popularNames()).append("},");
    out.append(
        String.format(
            Locale.ROOT,
            "\"seconds\":%.3f,\"packets_per_second\":%.0f}",
            summary.seconds(),
            summary.packetsPerSecond()));
  }

  private static Map<String, Long> causes(Summary summary) {
    Map<String, Long> causes = new LinkedHashMap<>();
    summary.causes().forEach((cause, count) -> causes.put(cause.name(), count));
    return causes;
  }

  private void streams(StreamCounts streams) {
    out.append("\"tcp\":{");
    number("lost_octets", streams.lostOctets()).append(',');
    number("repeated_octets", streams.repeatedOctets()).append(',');
    number("transfer_messages", streams.transferMessages()).append(',');
    number("cut_messages", streams.cutMessages()).append(',');
    number("evicted_streams", streams.evictedStreams()).append("},");
  }

  private void answers(@Nullable AnswerCounts answers) {
    out.append("\"answers\":{");
    if (answers != null) {
      number("responses", answers.responses()).append(',');
      number("rrsets", answers.rrsets()).append(',');
      number("accepted", answers.accepted()).append(',');
      number("malformed_records", answers.malformedRecords()).append(',');
      numbers("refused", AnswerNames.refused(answers)).append(',');
      numbers("unread", AnswerNames.unread(answers)).append(',');
      numbers("kinds", AnswerNames.kinds(answers)).append(',');
      numbers("zone_told_by", AnswerNames.zoneSources(answers));
    }
    out.append("},");
  }

  private StringBuilder number(String name, long number) {
    return out.append('"').append(name).append("\":").append(number);
  }

  private StringBuilder time(String name, long epochNanos) {
    String time = Summary.time(epochNanos);
    out.append('"').append(name).append("\":");
    return time.isEmpty() ? out.append("null") : out.append('"').append(time).append('"');
  }

  /** As {@link #numbers}, for names that come from traffic. */
  private StringBuilder names(String name, Map<String, Long> numbers) {
    out.append('"').append(name).append("\":{");
    String separator = "";
    for (Map.Entry<String, Long> entry : numbers.entrySet()) {
      JsonText.append(out.append(separator), entry.getKey());
      out.append(':').append(entry.getValue());
      separator = ",";
    }
    return out.append('}');
  }

  private StringBuilder numbers(String name, Map<String, Long> numbers) {
    out.append('"').append(name).append("\":{");
    String separator = "";
    for (Map.Entry<String, Long> entry : numbers.entrySet()) {
      out.append(separator);
      number(entry.getKey(), entry.getValue());
      separator = ",";
    }
    return out.append('}');
  }
}
