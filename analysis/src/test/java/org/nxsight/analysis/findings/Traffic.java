package org.nxsight.analysis.findings;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Split;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.ip.DatagramView;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Responses in the order of their times, as a stream of exchanges. */
public final class Traffic {
  /** 2026-03-02 00:00 UTC, a Monday. */
  public static final long START_NANOS = 1_772_409_600_000_000_000L;

  public static final long SECOND = 1_000_000_000L;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;

  private final List<Response> responses = new ArrayList<>();

  /** One response; whoever asked, and whoever answered. */
  public static final class Response {
    private final long epochNanos;
    private final Message message;
    private String server = "192.0.2.53";
    private String resolver = "198.51.100.7";

    private Response(long epochNanos, Message message) {
      this.epochNanos = epochNanos;
      this.message = message;
    }

    public Response rcode(int rcode) {
      message.getHeader().setRcode(rcode);
      return this;
    }

    public Response from(String address) {
      server = address;
      return this;
    }

    public Response to(String address) {
      resolver = address;
      return this;
    }

    public Response answer(String owner, String type, String rdata) throws IOException {
      return add(Section.ANSWER, owner, type, rdata);
    }

    public Response authority(String owner, String type, String rdata) throws IOException {
      return add(Section.AUTHORITY, owner, type, rdata);
    }

    /** With the SOA of a zone. */
    public Response soa(String zone) throws IOException {
      return authority(zone, "SOA", "ns." + (zone.equals(".") ? "" : zone) + " m. 1 2 3 4 60");
    }

    /** With an extended error (RFC 8914). */
    public Response ede(int code) {
      EDNSOption option = new ExtendedErrorCodeOption(code);
      message.addRecord(new OPTRecord(1232, 0, 0, 0, List.of(option)), Section.ADDITIONAL);
      return this;
    }

    private Response add(int section, String owner, String type, String rdata) throws IOException {
      message.addRecord(
          Record.fromString(
              Name.fromString(owner), Type.value(type), DClass.IN, 60, rdata, Name.root),
          section);
      return this;
    }
  }

  /** A response, NOERROR without a record. */
  public Response add(long epochNanos, String qname, String qtype) throws IOException {
    Record question = Record.newRecord(Name.fromString(qname), Type.value(qtype), DClass.IN);
    Message message = Message.newQuery(question);
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setFlag(Flags.AA);
    Response response = new Response(epochNanos, message);
    responses.add(response);
    return response;
  }

  /** NXDOMAIN with the SOA of a zone. */
  public Response nxdomain(long epochNanos, String qname, String qtype, String zone)
      throws IOException {
    return add(epochNanos, qname, qtype).rcode(3).soa(zone);
  }

  /** Takes each exchange. */
  public interface Taking {
    void take(ExchangeView exchange) throws IOException;
  }

  /** Hands on all responses in the order of their times. */
  public void each(Taking taking) throws IOException {
    List<Response> inOrder = new ArrayList<>(responses);
    inOrder.sort((a, b) -> Long.compare(a.epochNanos, b.epochNanos));
    BatchQueue queue = new BatchQueue();
    Split split = new Split(true, true, 1, queue);
    ExchangeView exchange = new ExchangeView();
    for (int at = 0; at < inOrder.size(); at += 500) {
      for (Response response : inOrder.subList(at, Math.min(at + 500, inOrder.size()))) {
        split.onUnsolicited(captured(response));
      }
      split.flush();
      ExchangeBatch batch = queue.stage(0).take();
      if (batch == null) {
        throw new IllegalStateException("nothing was handed on");
      }
      exchange.wrap(batch);
      while (exchange.next()) {
        taking.take(exchange);
      }
      queue.stage(0).passOn(batch);
    }
  }

  private static CapturedMessage captured(Response response) throws IOException {
    byte[] wire = response.message.toWire();
    byte[] server = InetAddress.ofLiteral(response.server).getAddress();
    byte[] resolver = InetAddress.ofLiteral(response.resolver).getAddress();
    DatagramBuilder builder = new DatagramBuilder();
    builder.begin(server.length == 16, DatagramView.UDP);
    builder.setSource(server, 0, server.length, 53);
    builder.setDestination(resolver, 0, resolver.length, 40_000);
    builder.finish(wire, 0, wire.length);
    CapturedMessage captured = new CapturedMessage();
    captured.begin(response.epochNanos);
    DatagramView datagram = captured.datagram();
    datagram.wrap(builder.bytes(), 0, builder.length());
    captured.message().wrap(builder.bytes(), datagram.payloadOffset(), datagram.payloadLength());
    captured.message().scanRecords();
    return captured;
  }
}
