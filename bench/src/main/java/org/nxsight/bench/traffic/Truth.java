package org.nxsight.bench.traffic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nxsight.capture.LeftOut;
import org.nxsight.wire.dns.Rcodes;

/** What became of every packet of a made-up capture, in the members that the summary has. */
public final class Truth {
  private static final int NXDOMAIN = 3;

  private long packets;
  private long octets;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private final long[] leftOut = new long[LeftOut.values().length];
  private final Map<Integer, Long> rcodes = new TreeMap<>();
  private long answered;
  private long unanswered;
  private long unsolicited;
  private long repeatedQueries;
  private long duplicateResponses;
  private long malformedRecords;
  private long nxdomainUnpaired;
  private long errors;
  private long nxdomain;
  private long answers;

  Truth() {}

  void onPacket(int originalOctets, long epochNanos) {
    packets++;
    octets += originalOctets;
    firstNanos = Math.min(firstNanos, epochNanos);
    lastNanos = Math.max(lastNanos, epochNanos);
  }

  void onLeftOut(LeftOut reason) {
    leftOut[reason.ordinal()]++;
  }

  void onAnswered(Exchange exchange) {
    answered++;
    onResponse(exchange);
    if (exchange.rcode() == 0) {
      answers++;
    } else if (exchange.rcode() == NXDOMAIN) {
      nxdomain++;
    }
  }

  void onUnanswered() {
    unanswered++;
  }

  void onRepeatedQuery() {
    repeatedQueries++;
  }

  void onUnsolicited(Exchange exchange) {
    unsolicited++;
    onUnpaired(exchange);
  }

  void onDuplicateResponse(Exchange exchange) {
    duplicateResponses++;
    onUnpaired(exchange);
  }

  private void onUnpaired(Exchange exchange) {
    onResponse(exchange);
    if (exchange.rcode() == NXDOMAIN) {
      nxdomainUnpaired++;
    }
  }

  private void onResponse(Exchange exchange) {
    rcodes.merge(exchange.rcode(), 1L, Long::sum);
    if (exchange.rcode() != 0) {
      errors++;
    }
    if (exchange.hasBrokenRecord()) {
      malformedRecords++;
    }
  }

  /** All packets. */
  public long packets() {
    return packets;
  }

  /** The packets that carry a DNS message. */
  public long dnsMessages() {
    return 2 * answered + unanswered + unsolicited + repeatedQueries + duplicateResponses;
  }

  /** The packets left out under each reason that occurs, by its key. */
  public Map<String, Long> leftOut() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (LeftOut reason : LeftOut.values()) {
      if (leftOut[reason.ordinal()] > 0) {
        counts.put(reason.key(), leftOut[reason.ordinal()]);
      }
    }
    return counts;
  }

  /** What became of the DNS messages. */
  public Map<String, Long> exchanges() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("answered", answered);
    counts.put("unanswered", unanswered);
    counts.put("unsolicited", unsolicited);
    counts.put("repeated_queries", repeatedQueries);
    counts.put("duplicate_responses", duplicateResponses);
    counts.put("malformed_records", malformedRecords);
    counts.put("nxdomain_unpaired", nxdomainUnpaired);
    return counts;
  }

  /** The responses with each extended rcode that occurs, by its mnemonic. */
  public Map<String, Long> rcodes() {
    Map<String, Long> counts = new LinkedHashMap<>();
    rcodes.forEach((rcode, count) -> counts.put(Rcodes.text(rcode), count));
    return counts;
  }

  /** What goes to each channel. */
  public Map<String, Long> channels() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("errors", errors);
    counts.put("nxdomain", nxdomain);
    counts.put("answers", answers);
    return counts;
  }

  /** All of it as one JSON object. */
  public String json() {
    return """
    {"input":{"packets":%d,"bytes":%d,"first":"%s","last":"%s"},
     "accounting":{"packets":%d,"dns_messages":%d,"left_out":%s},
     "exchanges":%s,
     "rcodes":%s,
     "channels":%s}
    """
        .formatted(
            packets,
            octets,
            time(firstNanos),
            time(lastNanos),
            packets,
            dnsMessages(),
            json(leftOut()),
            json(exchanges()),
            json(rcodes()),
            json(channels()));
  }

  private static Instant time(long epochNanos) {
    return Instant.ofEpochSecond(epochNanos / 1_000_000_000L, epochNanos % 1_000_000_000L);
  }

  private static String json(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
