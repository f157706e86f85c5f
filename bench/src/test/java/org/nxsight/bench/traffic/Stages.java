package org.nxsight.bench.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.Intake;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.capture.Source;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.exchange.ExchangeCounts;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Pairing;
import org.nxsight.exchange.PairingLimits;
import org.nxsight.exchange.Split;
import org.nxsight.wire.dns.Rcodes;

/** The stages up to the split, and a reader of its batches that counts the channels' exchanges. */
final class Stages {
  private final PacketCounts packets = new PacketCounts();
  private final BatchQueue queue = new BatchQueue();
  private final Split split = new Split(false, true, 1, queue);
  private final Pairing pairing;
  private final long[] received = new long[Channel.values().length];
  private int mostOpenQueries;

  Stages(PairingLimits limits, long seed) {
    pairing = new Pairing(limits, seed, split);
  }

  void read(InputStream capture) throws IOException {
    DnsPackets dnsPackets = new DnsPackets(Ports.of(53), packets, pairing);
    Intake intake = Intake.ofPackets(dnsPackets);
    Thread reader = new Thread(this::countBatches, "reader");
    reader.start();
    try (Source source = CaptureFile.open("traffic", capture)) {
      while (source.poll(intake)) {
        mostOpenQueries = Math.max(mostOpenQueries, pairing.openQueries());
      }
    } finally {
      dnsPackets.finish();
      pairing.finish();
      split.flush();
      queue.end();
      join(reader);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void countBatches() {
    ExchangeView exchange = new ExchangeView();
    for (ExchangeBatch batch = queue.stage(0).take();
        batch != null;
        batch = queue.stage(0).take()) {
      exchange.wrap(batch);
      while (exchange.next()) {
        for (Channel channel : Channel.values()) {
          received[channel.ordinal()] += exchange.isIn(channel) ? 1 : 0;
        }
      }
      queue.stage(0).passOn(batch);
    }
  }

  PacketCounts packets() {
    return packets;
  }

  int mostOpenQueries() {
    return mostOpenQueries;
  }

  /** A lone fragment ends the same way, whether its time was up or it had to make room. */
  private static LeftOut fate(LeftOut reason) {
    return reason == LeftOut.EVICTED_FRAGMENTS ? LeftOut.INCOMPLETE_FRAGMENTS : reason;
  }

  Map<String, Long> leftOut() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (LeftOut reason : LeftOut.values()) {
      if (packets.leftOut(reason) > 0) {
        counts.merge(fate(reason).key(), packets.leftOut(reason), Long::sum);
      }
    }
    return counts;
  }

  Map<String, Long> exchanges() {
    ExchangeCounts exchanges = split.counts();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("answered", exchanges.answered());
    counts.put("unanswered", exchanges.unanswered());
    counts.put("unsolicited", exchanges.unsolicited());
    counts.put("repeated_queries", exchanges.repeatedQueries());
    counts.put("duplicate_responses", exchanges.duplicateResponses());
    counts.put("malformed_records", pairing.malformedRecords());
    counts.put("nxdomain_unpaired", exchanges.nxdomainLeftOut());
    return counts;
  }

  Map<String, Long> rcodes() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int rcode = 0; rcode < ExchangeCounts.RCODES; rcode++) {
      if (split.counts().rcode(rcode) > 0) {
        counts.put(Rcodes.text(rcode), split.counts().rcode(rcode));
      }
    }
    return counts;
  }

  /** What arrived behind the split, channel by channel. */
  Map<String, Long> channels() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("errors", received[Channel.ERRORS.ordinal()]);
    counts.put("nxdomain", received[Channel.NXDOMAIN.ordinal()]);
    counts.put("answers", received[Channel.ANSWERS.ordinal()]);
    return counts;
  }
}
