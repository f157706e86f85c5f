package org.nxsight.channels.answers;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Split;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.ip.DatagramView;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Makes exchanges of responses that dnsjava writes. */
final class Responses {
  static final long TIME = 1_714_566_896_000_000_000L;

  private final Message message;
  private String server = "192.0.2.53";
  private @Nullable String zone;
  private long epochNanos = TIME;

  private Responses(Message message) {
    this.message = message;
  }

  /** A response with the AA bit to a question of class Internet. */
  static Responses to(String qname, String qtype) throws IOException {
    org.xbill.DNS.Name name = org.xbill.DNS.Name.fromString(qname);
    Message message = Message.newQuery(Record.newRecord(name, Type.value(qtype), DClass.IN));
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setFlag(Flags.AA);
    return new Responses(message);
  }

  Responses withoutAuthority() {
    message.getHeader().unsetFlag(Flags.AA);
    return this;
  }

  Responses flag(int flag) {
    message.getHeader().setFlag(flag);
    return this;
  }

  Responses opcode(int opcode) {
    message.getHeader().setOpcode(opcode);
    return this;
  }

  Responses rcode(int rcode) {
    message.getHeader().setRcode(rcode);
    return this;
  }

  Responses from(String server) {
    this.server = server;
    return this;
  }

  Responses zone(String zone) {
    this.zone = zone;
    return this;
  }

  Responses at(long epochNanos) {
    this.epochNanos = epochNanos;
    return this;
  }

  Responses answer(String owner, String type, String rdata) throws IOException {
    return add(Section.ANSWER, owner, type, rdata);
  }

  Responses authority(String owner, String type, String rdata) throws IOException {
    return add(Section.AUTHORITY, owner, type, rdata);
  }

  Responses additional(String owner, String type, String rdata) throws IOException {
    return add(Section.ADDITIONAL, owner, type, rdata);
  }

  private Responses add(int section, String owner, String type, String rdata) throws IOException {
    org.xbill.DNS.Name name = org.xbill.DNS.Name.fromString(owner);
    Record record =
        Record.fromString(name, Type.value(type), DClass.IN, 60, rdata, org.xbill.DNS.Name.root);
    message.addRecord(record, section);
    return this;
  }

  /** The message as octets. */
  byte[] wire() {
    return message.toWire();
  }

  /** The exchange with this response. */
  ExchangeView exchange() throws IOException {
    return exchange(wire());
  }

  /** The exchange with other octets for its response. */
  ExchangeView exchange(byte[] wire) throws IOException {
    byte[] address = InetAddress.ofLiteral(server).getAddress();
    boolean ipv6 = address.length == 16;
    DatagramBuilder builder = new DatagramBuilder();
    builder.begin(ipv6, DatagramView.UDP);
    builder.setSource(address, 0, address.length, 53);
    builder.setDestination(new byte[address.length], 0, address.length, 40_000);
    builder.finish(wire, 0, wire.length);
    CapturedMessage captured = new CapturedMessage();
    captured.begin(epochNanos);
    DatagramView datagram = captured.datagram();
    datagram.wrap(builder.bytes(), 0, builder.length());
    captured.message().wrap(builder.bytes(), datagram.payloadOffset(), datagram.payloadLength());
    captured.message().scanRecords();
    if (zone != null) {
      byte[] name = name(zone).wire().bytes();
      captured.setZone(name, 0, name.length);
    }
    BatchQueue queue = new BatchQueue();
    Split split = new Split(true, true, 1, queue);
    split.onUnsolicited(captured);
    split.flush();
    queue.end();
    ExchangeBatch batch = queue.stage(0).take();
    if (batch == null) {
      throw new IllegalStateException("the split sent it nowhere");
    }
    ExchangeView exchange = new ExchangeView();
    exchange.wrap(batch);
    exchange.next();
    return exchange;
  }

  /** A name out of its text. */
  static Name name(String text) {
    byte[] wire = new byte[255];
    return Name.of(wire, 0, NameText.parse(text, wire));
  }

  /** An address out of its text. */
  static Octets address(String text) {
    byte[] address = InetAddress.ofLiteral(text).getAddress();
    return Octets.copyOf(address, 0, address.length);
  }

  /** The octets of a message up to a length. */
  static byte[] cut(byte[] wire, int octets) {
    return Arrays.copyOf(wire, octets);
  }
}
