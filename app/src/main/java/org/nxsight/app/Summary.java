package org.nxsight.app;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.CauseCounts;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.app.bus.BusCounts;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.PacketCounts;
import org.nxsight.channels.privacy.PrivacyCounts;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeCounts;
import org.nxsight.exchange.UnansweredReason;
import org.nxsight.exchange.selection.PassedOver;
import org.nxsight.wire.dns.Rcodes;

/**
 * What a run saw, did and left out.
 *
 * @param version of the program
 * @param counts of all stages
 * @param kernelDrops the packets that live capture lost before they could be read
 * @param sources what the sources had to tell besides packets, by name
 * @param seconds the run took, on the monotonic clock
 */
record Summary(
    String version, Counts counts, long kernelDrops, Map<String, Long> sources, double seconds) {
  /** When the packet was captured, in ISO 8601; empty when there was none. */
  static String time(long epochNanos) {
    return epochNanos == PacketCounts.NEVER
        ? ""
        : Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, 1_000_000_000L),
                Math.floorMod(epochNanos, 1_000_000_000L))
            .toString();
  }

  /** The packets left out under each reason that occurred. */
  Map<String, Long> leftOut() {
    Map<String, Long> leftOut = new LinkedHashMap<>();
    for (LeftOut reason : LeftOut.values()) {
      if (counts.packets().leftOut(reason) > 0) {
        leftOut.put(reason.key(), counts.packets().leftOut(reason));
      }
    }
    return leftOut;
  }

  /** The queries that ICMP ended, under each reason that occurred. */
  Map<String, Long> unreachable() {
    Map<String, Long> unreachable = new LinkedHashMap<>();
    for (UnansweredReason reason : UnansweredReason.values()) {
      if (reason.isUnreachable() && counts.exchanges().unanswered(reason) > 0) {
        unreachable.put(reason.key(), counts.exchanges().unanswered(reason));
      }
    }
    return unreachable;
  }

  /** The messages of exchanges that are not wanted, under each reason that occurred. */
  Map<String, Long> passedOver() {
    Map<String, Long> passedOver = new LinkedHashMap<>();
    for (PassedOver reason : PassedOver.values()) {
      if (counts.selection().passedOver(reason) > 0) {
        passedOver.put(reason.key(), counts.selection().passedOver(reason));
      }
    }
    return passedOver;
  }

  /** What was taken out of messages so that nobody sees who asked; nothing when all may be seen. */
  Map<String, Long> takenOut() {
    PrivacyCounts privacy = counts.privacy();
    Map<String, Long> takenOut = new LinkedHashMap<>();
    if (privacy != null) {
      takenOut.put("client_subnets", privacy.clientSubnets());
      takenOut.put("cut_messages", privacy.cutMessages());
    }
    return takenOut;
  }

  /** The failures with each cause that was found, most first; nothing when nobody looked. */
  Map<Cause, Long> causes() {
    CauseCounts found = counts.causes();
    Map<Cause, Long> causes = new LinkedHashMap<>();
    if (found != null) {
      Arrays.stream(Cause.values())
          .filter(cause -> found.count(cause) > 0)
          .sorted(Comparator.comparingLong(cause -> -found.count(cause)))
          .forEach(cause -> causes.put(cause, found.count(cause)));
    }
    return causes;
  }

  /** The findings that were opened, by kind; nothing when nobody looked. */
  Map<String, Long> findings() {
    FindingStage.FindingCounts found = counts.findings();
    return found == null ? Map.of() : byName(found.opened());
  }

  /** How often a finding was not opened because too many of its kind were, by kind. */
  Map<String, Long> findingsLeftOut() {
    FindingStage.FindingCounts found = counts.findings();
    return found == null ? Map.of() : byName(found.leftOut());
  }

  private static Map<String, Long> byName(Map<FindingKind, Long> counts) {
    Map<String, Long> byName = new LinkedHashMap<>();
    for (FindingKind kind : FindingKind.values()) {
      if (counts.containsKey(kind)) {
        byName.put(kind.name(), counts.get(kind));
      }
    }
    return byName;
  }

  /** What was kept in the store; nothing without one. */
  Map<String, Long> stored() {
    return counts.store() == null ? Map.of() : counts.store().byName();
  }

  /** What became of the observations that were published to Kafka; nothing when none were. */
  Map<String, Long> kafka() {
    BusCounts kafka = counts.kafka();
    Map<String, Long> byFate = new LinkedHashMap<>();
    if (kafka != null) {
      for (BusCounts.Fate fate : BusCounts.Fate.values()) {
        byFate.put(fate.key(), kafka.sum(fate));
      }
      byFate.put("waiting", kafka.waiting());
      byFate.put("octets", kafka.octets().values().stream().mapToLong(Long::longValue).sum());
    }
    return byFate;
  }

  /** The responses with each extended rcode that occurred. */
  Map<String, Long> rcodes() {
    Map<String, Long> rcodes = new LinkedHashMap<>();
    for (int rcode = 0; rcode < ExchangeCounts.RCODES; rcode++) {
      if (counts.exchanges().rcode(rcode) > 0) {
        rcodes.put(Rcodes.text(rcode), counts.exchanges().rcode(rcode));
      }
    }
    return rcodes;
  }

  /** The exchanges that went to a channel. */
  long in(Channel channel) {
    return counts.exchanges().in(channel);
  }

  /** Packets for each second the run took. */
  double packetsPerSecond() {
    return seconds > 0 ? counts.packets().packets() / seconds : 0;
  }
}
