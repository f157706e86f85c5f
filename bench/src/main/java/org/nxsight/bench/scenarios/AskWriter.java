package org.nxsight.bench.scenarios;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.nxsight.bench.traffic.CaptureWriter;
import org.nxsight.bench.traffic.Frames;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.NameText;

/** Writes questions and their responses as a capture, in the order of time. */
final class AskWriter implements Closeable {
  private static final long LEAST_DELAY_NANOS = 2_000_000;
  private static final int DELAYS = 40_000_000;
  private static final int OPT = 41;
  private static final int SOA = 6;
  private static final int QUERY_FLAGS = 0;
  private static final int RESPONSE_FLAGS = 0x8400;
  private static final int EXTENDED_ERROR = 15;
  private static final int PORTS = 28_000;

  private record Due(long epochNanos, int number, Ask ask) {}

  private final CaptureWriter out;
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::epochNanos).thenComparingInt(Due::number));
  private final byte[] qname = new byte[256];
  private final byte[] zone = new byte[256];
  private int number;

  AskWriter(OutputStream out) {
    this.out = new CaptureWriter(out, true);
  }

  /**
   * Writes a question; its response is written when it is due.
   *
   * @param ask not earlier than the one before
   */
  void write(Ask ask) throws IOException {
    respondUntil(ask.epochNanos());
    number++;
    int frame = out.open();
    int octets = query(out.block(), frame, ask, number);
    out.close(octets, octets, ask.epochNanos());
    long delay = LEAST_DELAY_NANOS + Integer.remainderUnsigned(number * 0x9e37_79b9, DELAYS);
    due.add(new Due(ask.epochNanos() + delay, number, ask));
  }

  private void respondUntil(long epochNanos) throws IOException {
    for (Due next = due.peek(); next != null && next.epochNanos <= epochNanos; next = due.peek()) {
      due.remove();
      int frame = out.open();
      int octets = response(out.block(), frame, next.ask, next.number);
      out.close(octets, octets, next.epochNanos);
    }
  }

  /** The number of a server: its address is 10.53 and these 16 bits. */
  static int server(Ask ask) {
    return server(ask.zone(), ask.server());
  }

  static int server(String zone, int server) {
    int hash = zone.hashCode() * 0x85eb_ca6b;
    return (hash >>> 16 & 0xfff8) + server;
  }

  private int query(byte[] block, int frame, Ask ask, int id) {
    int ip = Frames.ethernet(block, frame, false, false);
    int udp = Frames.ipHeader(block, ip, false, ask.resolver(), server(ask), Frames.TO_SERVER);
    Bytes.put32(block, udp, port(id) << 16 | 53);
    int message = udp + 8;
    header(block, message, id, QUERY_FLAGS, 0, 0, ask.edns() ? 1 : 0);
    int end = question(block, message + DnsMessageView.HEADER_OCTETS, ask);
    return finish(block, frame, ip, udp, ask.edns() ? opt(block, end, -1) : end);
  }

  private int response(byte[] block, int frame, Ask ask, int id) {
    int ip = Frames.ethernet(block, frame, false, false);
    int udp = Frames.ipHeader(block, ip, false, ask.resolver(), server(ask), Frames.TO_RESOLVER);
    Bytes.put32(block, udp, 53 << 16 | port(id));
    int message = udp + 8;
    boolean opt = ask.edns() && ask.rcode() != Ask.FORMERR;
    header(
        block,
        message,
        id,
        RESPONSE_FLAGS | ask.rcode(),
        ask.answers().size(),
        ask.soa() ? 1 : 0,
        opt ? 1 : 0);
    int end = question(block, message + DnsMessageView.HEADER_OCTETS, ask);
    for (Answer answer : ask.answers()) {
      Bytes.put16(block, end, 0xc00c);
      end = record(block, end + 2, answer.type(), answer.rdata());
    }
    end = ask.soa() ? soa(block, end, ask.zone()) : end;
    return finish(block, frame, ip, udp, opt ? opt(block, end, ask.extendedError()) : end);
  }

  private static int port(int id) {
    return 1024 + Integer.remainderUnsigned(id / 7, PORTS);
  }

  private static void header(
      byte[] out, int at, int id, int flags, int answers, int authorities, int additional) {
    Bytes.put16(out, at, id & 0xffff);
    Bytes.put16(out, at + 2, flags);
    Bytes.put16(out, at + 4, 1);
    Bytes.put16(out, at + 6, answers);
    Bytes.put16(out, at + 8, authorities);
    Bytes.put16(out, at + 10, additional);
  }

  private int question(byte[] out, int at, Ask ask) {
    int octets = parse(ask.qname(), qname);
    System.arraycopy(qname, 0, out, at, octets);
    Bytes.put16(out, at + octets, ask.qtype());
    Bytes.put16(out, at + octets + 2, 1);
    return at + octets + 4;
  }

  private static int parse(String text, byte[] wire) {
    int octets = NameText.parse(text, wire);
    if (octets == NameText.MALFORMED) {
      throw new IllegalArgumentException("no name: " + text);
    }
    return octets;
  }

  /** Writes a record behind its owner. */
  private static int record(byte[] out, int at, int type, byte[] rdata) {
    Bytes.put16(out, at, type);
    Bytes.put16(out, at + 2, 1);
    Bytes.put32(out, at + 4, 300);
    Bytes.put16(out, at + 8, rdata.length);
    System.arraycopy(rdata, 0, out, at + 10, rdata.length);
    return at + 10 + rdata.length;
  }

  private int soa(byte[] out, int at, String owner) {
    int octets = parse(owner, zone);
    System.arraycopy(zone, 0, out, at, octets);
    int end = at + octets;
    Bytes.put16(out, end, SOA);
    Bytes.put16(out, end + 2, 1);
    Bytes.put32(out, end + 4, 300);
    Bytes.put16(out, end + 8, 2 * octets + 20);
    System.arraycopy(zone, 0, out, end + 10, octets);
    System.arraycopy(zone, 0, out, end + 10 + octets, octets);
    int numbers = end + 10 + 2 * octets;
    Bytes.put32(out, numbers, 2_026_030_100);
    Bytes.put32(out, numbers + 4, 7_200);
    Bytes.put32(out, numbers + 8, 3_600);
    Bytes.put32(out, numbers + 12, 1_209_600);
    Bytes.put32(out, numbers + 16, 300);
    return numbers + 20;
  }

  private static int opt(byte[] out, int at, int extendedError) {
    Bytes.put8(out, at, 0);
    Bytes.put16(out, at + 1, OPT);
    Bytes.put16(out, at + 3, 1232);
    Bytes.put32(out, at + 5, 0x8000);
    if (extendedError < 0) {
      Bytes.put16(out, at + 9, 0);
      return at + 11;
    }
    Bytes.put16(out, at + 9, 6);
    Bytes.put16(out, at + 11, EXTENDED_ERROR);
    Bytes.put16(out, at + 13, 2);
    Bytes.put16(out, at + 15, extendedError);
    return at + 17;
  }

  private static int finish(byte[] out, int frame, int ip, int udp, int end) {
    Frames.finishUdp(out, ip, udp, end, false);
    return Frames.pad(out, frame, end);
  }

  @Override
  public void close() throws IOException {
    try (CaptureWriter writer = out) {
      respondUntil(Long.MAX_VALUE);
      assert writer == out;
    }
  }
}
