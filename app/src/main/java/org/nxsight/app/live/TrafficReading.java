package org.nxsight.app.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.PacketCounts;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeCounts;
import org.nxsight.wire.dns.Rcodes;

/**
 * What the main thread has counted up to a moment.
 *
 * @param packets that came in
 * @param octets of them, on the wire
 * @param dnsPackets that carried DNS
 * @param dnsMessages that went on
 * @param leftOut packets under each reason that occurred
 * @param kernelDrops packets that were lost before they could be taken
 * @param openQueries that wait for their response
 * @param evicted that had to make room before their time was up
 * @param outcomes messages and exchanges, by what became of them
 * @param rcodes responses under each name of an rcode; those without a name together
 * @param channels exchanges that went to each channel
 * @param inputs what came from each
 */
public record TrafficReading(
    long packets,
    long octets,
    long dnsPackets,
    long dnsMessages,
    Map<String, Long> leftOut,
    long kernelDrops,
    int openQueries,
    long evicted,
    Map<String, Long> outcomes,
    Map<String, Long> rcodes,
    Map<String, Long> channels,
    List<InputReading> inputs) {
  /** The key of rcodes that have no name, of which there could be 4,000. */
  static final String OTHER = "other";

  /** Before the first packet. */
  static final TrafficReading NOTHING =
      new TrafficReading(0, 0, 0, 0, Map.of(), 0, 0, 0, Map.of(), Map.of(), Map.of(), List.of());

  /** Reads counters; from the thread that they belong to. */
  public static TrafficReading of(
      PacketCounts packets,
      ExchangeCounts exchanges,
      int openQueries,
      long evicted,
      InputTally inputs) {
    return new TrafficReading(
        packets.packets(),
        packets.octets(),
        packets.dnsPackets(),
        packets.dnsMessages(),
        leftOut(packets),
        inputs.dropped(),
        openQueries,
        evicted,
        outcomes(exchanges),
        rcodes(exchanges),
        channels(exchanges),
        inputs.readings());
  }

  private static Map<String, Long> leftOut(PacketCounts packets) {
    Map<String, Long> leftOut = new LinkedHashMap<>();
    for (LeftOut reason : LeftOut.values()) {
      if (packets.leftOut(reason) > 0) {
        leftOut.put(reason.key(), packets.leftOut(reason));
      }
    }
    return leftOut;
  }

  private static Map<String, Long> outcomes(ExchangeCounts exchanges) {
    Map<String, Long> outcomes = new LinkedHashMap<>();
    outcomes.put("answered", exchanges.answered());
    outcomes.put("unanswered", exchanges.unanswered());
    outcomes.put("unsolicited", exchanges.unsolicited());
    outcomes.put("repeated_query", exchanges.repeatedQueries());
    outcomes.put("duplicate_response", exchanges.duplicateResponses());
    outcomes.put("observation", exchanges.observations());
    return outcomes;
  }

  private static Map<String, Long> rcodes(ExchangeCounts exchanges) {
    Map<String, Long> rcodes = new LinkedHashMap<>();
    for (int rcode = 0; rcode < ExchangeCounts.RCODES; rcode++) {
      if (exchanges.rcode(rcode) > 0) {
        String name = Rcodes.name(rcode);
        rcodes.merge(name == null ? OTHER : name, exchanges.rcode(rcode), Long::sum);
      }
    }
    return rcodes;
  }

  private static Map<String, Long> channels(ExchangeCounts exchanges) {
    Map<String, Long> channels = new LinkedHashMap<>();
    for (Channel channel : Channel.values()) {
      channels.put(channel.name().toLowerCase(Locale.ROOT), exchanges.in(channel));
    }
    return channels;
  }

  long outcome(String name) {
    return outcomes.getOrDefault(name, 0L);
  }
}
