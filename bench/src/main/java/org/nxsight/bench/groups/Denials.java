package org.nxsight.bench.groups;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Split;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.ip.DatagramView;

/** Makes exchanges of denials, as the program has them behind its packets. */
final class Denials {
  /** So many fit into a batch for certain. */
  private static final int A_BATCH = 1_000;

  private static final int RESPONSE_OCTETS = 1_024;
  private static final int NXDOMAIN_FLAGS = 0x8403;
  private static final int A = 1;
  private static final int SOA = 6;
  private static final int NUMBERS_OCTETS = 20;

  private final BatchQueue queue = new BatchQueue();
  private final Split split = new Split(true, true, 1, queue);
  private final ExchangeView exchange = new ExchangeView();
  private final CapturedMessage captured = new CapturedMessage();
  private final DatagramBuilder builder = new DatagramBuilder();
  private final byte[] message = new byte[RESPONSE_OCTETS];
  private final byte[] server = {(byte) 192, 0, 2, 53};
  private final byte[] resolver = {10, 0, 0, 0};
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long takenNanos;

  /** Takes each exchange. */
  interface Taking {
    void take(ExchangeView exchange) throws IOException;
  }

  /** Hands on denials in their order. */
  void each(List<Denial> denials, Taking taking) throws IOException {
    for (int at = 0; at < denials.size(); at += A_BATCH) {
      for (Denial denial : denials.subList(at, Math.min(at + A_BATCH, denials.size()))) {
        split.onUnsolicited(captured(denial));
      }
      split.flush();
      ExchangeBatch batch = queue.stage(0).take();
      if (batch == null) {
        throw new IllegalStateException("nothing was handed on");
      }
      exchange.wrap(batch);
      long start = threads.getCurrentThreadCpuTime();
      while (exchange.next()) {
        taking.take(exchange);
      }
      takenNanos += threads.getCurrentThreadCpuTime() - start;
      queue.stage(0).passOn(batch);
    }
  }

  /** The CPU time that the taking took so far. */
  long takenNanos() {
    return takenNanos;
  }

  private CapturedMessage captured(Denial denial) {
    int octets = write(denial);
    Bytes.put16(resolver, 1, denial.resolver() >>> 8);
    Bytes.put8(resolver, 3, denial.resolver() & 0xff);
    builder.begin(false, DatagramView.UDP);
    builder.setSource(server, 0, server.length, 53);
    builder.setDestination(resolver, 0, resolver.length, 40_000);
    builder.finish(message, 0, octets);
    captured.begin(denial.epochNanos());
    DatagramView datagram = captured.datagram();
    datagram.wrap(builder.bytes(), 0, builder.length());
    captured.message().wrap(builder.bytes(), datagram.payloadOffset(), datagram.payloadLength());
    captured.message().scanRecords();
    return captured;
  }

  private int write(Denial denial) {
    Bytes.put16(message, 0, 1);
    Bytes.put16(message, 2, NXDOMAIN_FLAGS);
    Bytes.put16(message, 4, 1);
    Bytes.put16(message, 6, 0);
    Bytes.put16(message, 8, 1);
    Bytes.put16(message, 10, 0);
    int at = name(denial.qname(), DnsMessageView.HEADER_OCTETS);
    Bytes.put16(message, at, A);
    Bytes.put16(message, at + 2, 1);
    at = name(denial.zone(), at + 4);
    Bytes.put16(message, at, SOA);
    Bytes.put16(message, at + 2, 1);
    Bytes.put32(message, at + 4, 300);
    Bytes.put16(message, at + 8, 2 + NUMBERS_OCTETS);
    // Both names in the SOA are the root.
    Bytes.put16(message, at + 10, 0);
    for (int i = 0; i < NUMBERS_OCTETS; i += 4) {
      Bytes.put32(message, at + 12 + i, 300);
    }
    return at + 12 + NUMBERS_OCTETS;
  }

  private int name(String text, int at) {
    byte[] wire = new byte[256];
    int octets = NameText.parse(text, wire);
    if (octets == NameText.MALFORMED) {
      throw new IllegalArgumentException("no name: " + text);
    }
    System.arraycopy(wire, 0, message, at, octets);
    return at + octets;
  }
}
