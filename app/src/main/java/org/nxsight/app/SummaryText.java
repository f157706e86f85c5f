package org.nxsight.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.CauseCounts;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.tcp.StreamCounts;
import org.nxsight.channels.answers.AnswerCounts;
import org.nxsight.channels.answers.Refusal;
import org.nxsight.channels.privacy.PrivacyCounts;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeCounts;
import org.nxsight.wire.dnstap.DnstapRole;

/** The summary as a person reads it. */
final class SummaryText {
  /** Longer names are cut: three stand in a line. */
  private static final int EXAMPLE_CHARS = 44;

  /** Findings that are told in whole. */
  private static final int MOST_FINDINGS = 8;

  private static final int LEARNED_LISTS = 10;

  private final StringBuilder out = new StringBuilder(2048);
  private final SummaryLines lines = new SummaryLines(out);

  private SummaryText() {}

  /**
   * @param channels the directory the channels were written to
   */
  static String of(Summary summary, Path channels) {
    SummaryText text = new SummaryText();
    text.packets(summary);
    text.sources(summary.sources());
    text.streams(summary.counts().streams());
    text.selection(summary);
    text.exchanges(summary);
    text.responses(summary);
    text.published(summary, channels);
    return text.out.toString();
  }

  private void packets(Summary summary) {
    PacketCounts packets = summary.counts().packets();
    lines.line("packets", packets.packets(), span(packets));
    lines.part("dns packets", packets.dnsPackets(), packets.packets(), messages(packets));
    lines.optional(
        "of these cut off", packets.cutOff(), "records may be missing: capture whole packets");
    for (Map.Entry<String, Long> entry : summary.leftOut().entrySet()) {
      lines.part(
          "left out: " + entry.getKey(), entry.getValue(), packets.packets(), hint(entry.getKey()));
    }
    lines.optional(
        "dropped by the kernel",
        summary.kernelDrops(),
        "not counted above: raise --ring-mib, or read fewer interfaces");
  }

  /** What a person can do who wants these packets; empty when that needs more words. */
  private static String hint(String reason) {
    for (DnstapRole role : DnstapRole.values()) {
      if (reason.equals("dnstap_" + role.key())) {
        return "--dnstap-types " + role.key() + " takes them";
      }
    }
    return reason.equals(LeftOut.OTHER_PORT.key()) ? "--ports takes others than 53" : "";
  }

  private static String messages(PacketCounts packets) {
    return packets.dnsMessages() == packets.dnsPackets()
        ? ""
        : String.format(Locale.ROOT, "with %,d DNS messages", packets.dnsMessages());
  }

  private void sources(Map<String, Long> sources) {
    if (sources.values().stream().anyMatch(count -> count > 0)) {
      out.append("sources\n");
      sources.forEach((name, count) -> lines.optional(name.replace('_', ' '), count, ""));
    }
  }

  private static String span(PacketCounts packets) {
    return packets.packets() == 0
        ? ""
        : Summary.time(packets.firstNanos()) + " .. " + Summary.time(packets.lastNanos());
  }

  private void streams(StreamCounts streams) {
    lines.optional("TCP octets lost", streams.lostOctets(), "not captured, or no message");
    lines.optional("TCP messages cut", streams.cutMessages(), "longer than an IP datagram");
    lines.optional(
        "zone transfers", streams.transferMessages(), "messages after the first, not kept");
    lines.optional("TCP streams evicted", streams.evictedStreams(), "had to make room");
  }

  private void selection(Summary summary) {
    int sampleOneIn = summary.counts().selection().sampleOneIn();
    if (sampleOneIn > 1) {
      lines.line("sampled", sampleOneIn, "one exchange in so many is counted below");
    }
    Map<String, Long> passedOver = summary.passedOver();
    long all = passedOver.values().stream().mapToLong(Long::longValue).sum();
    if (all > 0) {
      lines.line("messages passed over", all, "");
      passedOver.forEach((reason, count) -> lines.part("by " + reason, count, all, ""));
    }
  }

  private void exchanges(Summary summary) {
    ExchangeCounts exchanges = summary.counts().exchanges();
    long evicted = summary.counts().evicted();
    long all = exchanges.answered() + exchanges.unanswered() + exchanges.unsolicited();
    lines.line("exchanges", all, "");
    lines.part("answered", exchanges.answered(), all, "");
    lines.part("unanswered", exchanges.unanswered(), all, "");
    summary.unreachable().forEach((reason, count) -> lines.optional("  " + reason, count, "ICMP"));
    lines.part("unsolicited", exchanges.unsolicited(), all, "responses to no query that was seen");
    lines.optional("repeated queries", exchanges.repeatedQueries(), "");
    lines.optional("duplicate responses", exchanges.duplicateResponses(), "");
    lines.optional("observations", exchanges.observations(), "NXDOMAIN that others have published");
    lines.optional(
        "NXDOMAIN twins", exchanges.nxdomainTwins(), "came in both channels, published once");
    lines.optional(
        "NXDOMAIN twins forgotten",
        exchanges.nxdomainTwinsForgotten(),
        "too many to wait for: their twins are published as well");
    lines.optional("evicted", evicted, "had to make room: raise --max-open-queries");
    if (2 * exchanges.answeredWithRecursionDesired() > exchanges.answered()) {
      lines.optional(
          "recursion desired",
          exchanges.answeredWithRecursionDesired(),
          "looks like the clients' side of a resolver: one look-up counts once a leg");
    }
  }

  private void responses(Summary summary) {
    Map<String, Long> rcodes = summary.rcodes();
    long all = rcodes.values().stream().mapToLong(Long::longValue).sum();
    lines.line("responses", all, "");
    rcodes.forEach((name, count) -> lines.part(name, count, all, ""));
    lines.optional("malformed records", summary.counts().malformedRecords(), "");
  }

  private void published(Summary summary, Path channels) {
    out.append("channels\n");
    channel(ChannelName.ERRORS + "  DNS errors", summary.in(Channel.ERRORS), channels, "ch220");
    channel(ChannelName.NXDOMAIN + "  NXDOMAIN", summary.in(Channel.NXDOMAIN), channels, "ch221");
    lines.optional(
        "NXDOMAIN left out",
        summary.counts().exchanges().nxdomainLeftOut(),
        "nobody was seen asking: --unpaired lets them in");
    answers(summary.counts().answers());
    causes(summary);
    findings(summary);
    learned(summary.counts().learned());
    store(summary.stored(), channels.resolveSibling("store"));
    kafka(summary.kafka());
    PrivacyCounts privacy = summary.counts().privacy();
    if (privacy != null) {
      out.append("privacy: who asked is hidden\n");
      lines.optional("client subnets", privacy.clientSubnets(), "taken out");
      lines.optional(
          "messages cut", privacy.cutMessages(), "what could not be read might have told a client");
    }
    out.append(
        String.format(
            Locale.ROOT,
            "%n%,d packets in %.2f s, %,.0f packets/s%n",
            summary.counts().packets().packets(),
            summary.seconds(),
            summary.packetsPerSecond()));
  }

  private void answers(@Nullable AnswerCounts answers) {
    if (answers == null || answers.responses() == 0) {
      return;
    }
    long all = answers.rrsets();
    lines.line("RRsets in answers", all, "");
    lines.part("accepted", answers.accepted(), all, "");
    long unplaced = AnswerNames.unplaced(answers);
    lines.part("kept apart", unplaced, all, "no zone is known for them; nxsight pdns --unplaced");
    lines.optional("outside the zone asked", answers.refused(Refusal.OUTSIDE_BAILIWICK), "dropped");
    long others = all - answers.accepted() - unplaced - answers.refused(Refusal.OUTSIDE_BAILIWICK);
    lines.optional("other classes or no data", others, "dropped");
    lines.optional(
        "malformed answers", answers.malformedRecords(), "read up to the malformed section");
  }

  /** Each cause with its share, and under it some of its names. */
  private void causes(Summary summary) {
    CauseCounts found = summary.counts().causes();
    if (found == null || summary.causes().isEmpty()) {
      return;
    }
    long all = summary.causes().values().stream().mapToLong(Long::longValue).sum();
    lines.line("causes", all, "nxsight explain NAME tells more of a name");
    summary
        .causes()
        .forEach((cause, count) -> {
          lines.part(cause.name(), count, all, "");
          out.append("      ").append(Printable.of(shortened(found.examples(cause)))).append('\n');
        });
  }

  /** How many findings there were of each kind, and the most severe of those that hold. */
  private void findings(Summary summary) {
    FindingStage.FindingCounts found = summary.counts().findings();
    if (found == null || (summary.findings().isEmpty() && found.open().isEmpty())) {
      return;
    }
    long all = summary.findings().values().stream().mapToLong(Long::longValue).sum();
    lines.line("findings", all, "nxsight findings tells more of them");
    summary.findings().forEach((kind, count) -> lines.optional(kind, count, remark(kind)));
    summary
        .findingsLeftOut()
        .forEach((kind, count) -> lines.optional("left out: " + kind, count, "too many were open"));
    List<Finding> open = found.open();
    for (Finding finding : open.subList(0, Math.min(MOST_FINDINGS, open.size()))) {
      out.append("    ").append(Printable.of(FindingText.line(finding))).append('\n');
    }
    if (open.size() > MOST_FINDINGS) {
      out.append(String.format(Locale.ROOT, "    and %,d more%n", open.size() - MOST_FINDINGS));
    }
  }

  private static String remark(String kind) {
    return FindingKind.valueOf(kind).sentence();
  }

  /** The lists that were learned, at most {@value #LEARNED_LISTS} of them. */
  private void learned(Learned learned) {
    if (learned.lists().isEmpty()) {
      return;
    }
    lines.line(
        "DNS lists learned", learned.lists().size(), "their names are asked for as lists' are");
    learned.lists().entrySet().stream()
        .limit(LEARNED_LISTS)
        .forEach(list -> lines.optional(Printable.of(list.getKey()), list.getValue(), "questions"));
  }

  private static String shortened(List<String> names) {
    StringJoiner joined = new StringJoiner("  ");
    for (String name : names) {
      joined.add(
          name.length() <= EXAMPLE_CHARS ? name : name.substring(0, EXAMPLE_CHARS - 3) + "...");
    }
    return joined.toString();
  }

  private void store(Map<String, Long> stored, Path store) {
    if (!stored.isEmpty()) {
      lines.line(
          "store", stored.getOrDefault("rows", 0L), "rows in " + Printable.of(store.toString()));
      stored.forEach((name, count) -> {
        if (!name.equals("rows")) {
          lines.optional(Remarks.storeName(name), count, Remarks.store(name));
        }
      });
    }
  }

  private void kafka(Map<String, Long> kafka) {
    if (!kafka.isEmpty()) {
      lines.line("kafka", kafka.getOrDefault("acknowledged", 0L), "observations acknowledged");
      kafka.forEach((name, count) -> {
        if (!name.equals("acknowledged")) {
          lines.optional(name.replace('_', ' '), count, Remarks.kafka(name));
        }
      });
    }
  }

  private void channel(String name, long count, Path channels, String directory) {
    String where = count == 0 ? "" : Printable.of(channels.resolve(directory).toString());
    out.append(String.format(Locale.ROOT, "  %-24s %,13d          %s%n", name, count, where));
  }
}
