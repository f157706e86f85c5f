package org.nxsight.store.writing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Split;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.ip.DatagramView;

/** Responses that failed, as the exchanges of a batch. */
public final class Exchanges {
  private static final int SOA = 6;
  private static final int OPT = 41;
  private static final int EDE = 15;

  private final BatchQueue queue;
  private final Split split;
  private final DatagramBuilder builder = new DatagramBuilder();
  private final CapturedMessage captured = new CapturedMessage();
  private final byte[] name = new byte[255];

  public Exchanges() {
    this(new BatchQueue());
  }

  /**
   * @param queue takes the batches
   */
  Exchanges(BatchQueue queue) {
    this.queue = queue;
    split = new Split(true, true, 1, queue);
  }

  /** What a response says; names as text, no SOA when it is empty. */
  public record Failure(
      String qname,
      String qtype,
      int rcode,
      int ede,
      String soa,
      String server,
      String resolver,
      long epochNanos) {
    /** NXDOMAIN for an A record, from a server of the zone. */
    public static Failure nxdomain(String qname, String zone, long epochNanos) {
      return new Failure(qname, "A", 3, -1, zone, "192.0.2.53", "198.51.100.7", epochNanos);
    }

    public Failure with(int rcode, int ede) {
      return new Failure(qname, qtype, rcode, ede, soa, server, resolver, epochNanos);
    }

    public Failure from(String server) {
      return new Failure(qname, qtype, rcode, ede, soa, server, resolver, epochNanos);
    }

    public Failure to(String resolver) {
      return new Failure(qname, qtype, rcode, ede, soa, server, resolver, epochNanos);
    }
  }

  /** Adds one to the batch. */
  public Exchanges add(Failure failure) throws IOException {
    return add(failure, message(failure));
  }

  /** Adds an answer with authority: an address. */
  Exchanges addAnswer(String qname, String address, long epochNanos) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {0, 1, (byte) 0x84, 0, 0, 1, 0, 1, 0, 0, 0, 0});
    out.write(name, 0, NameText.parse(qname, name));
    out.write(new byte[] {0, 1, 0, 1});
    out.write(new byte[] {(byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4});
    out.write(InetAddress.ofLiteral(address).getAddress());
    return add(Failure.nxdomain(qname, "", epochNanos), out.toByteArray());
  }

  private Exchanges add(Failure failure, byte[] message) throws IOException {
    byte[] server = InetAddress.ofLiteral(failure.server).getAddress();
    byte[] resolver = InetAddress.ofLiteral(failure.resolver).getAddress();
    builder.begin(server.length == 16, DatagramView.UDP);
    builder.setSource(server, 0, server.length, 53);
    builder.setDestination(resolver, 0, resolver.length, 40_000);
    builder.finish(message, 0, message.length);
    captured.begin(failure.epochNanos);
    DatagramView datagram = captured.datagram();
    datagram.wrap(builder.bytes(), 0, builder.length());
    captured.message().wrap(builder.bytes(), datagram.payloadOffset(), datagram.payloadLength());
    captured.message().scanRecords();
    split.onUnsolicited(captured);
    return this;
  }

  private byte[] message(Failure failure) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean soa = !failure.soa.isEmpty();
    boolean opt = failure.ede >= 0;
    out.write(new byte[] {0, 1, (byte) 0x84, (byte) failure.rcode, 0, 1, 0, 0});
    out.write(new byte[] {0, (byte) (soa ? 1 : 0), 0, (byte) (opt ? 1 : 0)});
    out.write(name, 0, NameText.parse(failure.qname, name));
    write16(out, RecordTypes.number(failure.qtype));
    write16(out, 1);
    if (soa) {
      out.write(name, 0, NameText.parse(failure.soa, name));
      write16(out, SOA);
      out.write(new byte[] {0, 1, 0, 0, 0, 60});
      write16(out, 22);
      out.write(new byte[22]);
    }
    if (opt) {
      out.write(0);
      write16(out, OPT);
      out.write(new byte[] {4, (byte) 0xd0, 0, 0, 0, 0});
      write16(out, 6);
      write16(out, EDE);
      write16(out, 2);
      write16(out, failure.ede);
    }
    return out.toByteArray();
  }

  private static void write16(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  /** Hands over what was added, and how far time has come. */
  void flush(long reachedNanos) {
    split.flush(reachedNanos);
  }

  /** Takes each exchange that was added. */
  public interface Taking {
    void take(ExchangeView exchange) throws IOException;
  }

  /** The batch as it is, and an empty one. */
  public ExchangeBatch batch() {
    split.flush();
    ExchangeBatch batch = queue.stage(0).take();
    if (batch == null) {
      throw new IllegalStateException("nothing was added");
    }
    return batch;
  }

  /** Hands on all that were added, which fit into one batch. */
  public void each(Taking taking) throws IOException {
    ExchangeBatch batch = batch();
    each(batch, taking);
    queue.stage(0).passOn(batch);
  }

  /** Hands on the exchanges of a batch. */
  public static void each(ExchangeBatch batch, Taking taking) throws IOException {
    ExchangeView exchange = new ExchangeView();
    exchange.wrap(batch);
    while (exchange.next()) {
      taking.take(exchange);
    }
  }
}
