package org.nxsight.app;

import org.nxsight.analysis.causes.Explainer;
import org.nxsight.analysis.causes.ExplanationJson;
import org.nxsight.analysis.causes.Failure;
import org.nxsight.channels.form.RecordForm;
import org.nxsight.channels.form.RecordJson;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.JoinedPackets;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.Decoded;

/**
 * A payload as one line of JSON, as {@link RecordJson} writes it, and in front of its last brace a
 * member {@code explain}: why its question failed. What did not fail has no such member.
 */
final class ExplainedJson implements RecordForm {
  private static final String END = "}\n";

  private final RecordJson plain = new RecordJson();
  private final ExplanationJson explanation = new ExplanationJson();
  private final Explainer explainer;
  private final Failure failure = new Failure();
  private final byte[] names = new byte[2 * DnsNames.MAX_NAME_OCTETS];
  private final Dnsnx dnsnx = new Dnsnx();
  private final Dnsqr dnsqr = new Dnsqr();
  private final JoinedPackets packets = new JoinedPackets();
  private final DnsMessageView message = new DnsMessageView();

  ExplainedJson(Explainer explainer) {
    this.explainer = explainer;
  }

  @Override
  public Decoded append(StringBuilder out, PayloadView payload) {
    Decoded decoded = plain.append(out, payload);
    if (decoded == Decoded.OK && read(payload)) {
      explainer.follow(payload.timeSeconds() * 1_000_000_000L);
      out.setLength(out.length() - END.length());
      out.append(",\"explain\":");
      explanation.append(out, failure, explainer.explainFully(failure));
      out.append(END);
    }
    return decoded;
  }

  private boolean read(PayloadView payload) {
    if (payload.is(Dnsnx.VENDOR, Dnsnx.TYPE)) {
      dnsnx.decode(payload.bytes(), payload.offset(), payload.length());
      int octets = copy(dnsnx.qname, 0);
      int soaOctets = copy(dnsnx.soaRrname, octets);
      return octets > 0 && set(octets, soaOctets, dnsnx.qtype);
    }
    return payload.is(Dnsqr.VENDOR, Dnsqr.TYPE) && readDnsqr(payload);
  }

  private boolean readDnsqr(PayloadView payload) {
    dnsqr.decode(payload.bytes(), payload.offset(), payload.length());
    int octets = copy(dnsqr.qname, 0);
    if (octets == 0 || !dnsqr.hasRcode || dnsqr.rcode == 0) {
      return false;
    }
    if (packets.join(dnsqr.responsePackets) != DatagramView.Shape.UDP) {
      set(octets, 0, dnsqr.qtype);
      failure.setResponse(dnsqr.rcode, Failure.NO_EDE, false, Failure.Edns.UNKNOWN);
      return true;
    }
    DatagramView datagram = packets.datagram();
    int start = datagram.payloadOffset();
    boolean legible =
        message.wrap(datagram.bytes(), start, datagram.payloadLength())
                == DnsMessageView.Shape.WELL_FORMED
            && message.scanRecords();
    int soa = legible ? message.soaOwnerOffset() : -1;
    int end = start + datagram.payloadLength();
    int soaOctets =
        soa < 0 ? 0 : DnsNames.unpack(datagram.bytes(), start, start + soa, end, names, octets);
    set(octets, Math.max(0, soaOctets), dnsqr.qtype);
    boolean aliased =
        legible && dnsqr.rcode == Failure.NXDOMAIN && Bytes.u16(datagram.bytes(), start + 6) > 0;
    int ede = legible ? message.edeCode() : Failure.NO_EDE;
    boolean answered = legible && message.hasEdns();
    failure.setResponse(dnsqr.rcode, ede, aliased, edns(answered));
    return true;
  }

  /** Whether the query had an OPT record, where that tells something. */
  private Failure.Edns edns(boolean answered) {
    if (!Failure.Edns.matters(dnsqr.rcode)
        || packets.join(dnsqr.queryPackets) != DatagramView.Shape.UDP) {
      return Failure.Edns.UNKNOWN;
    }
    DatagramView datagram = packets.datagram();
    boolean legible =
        message.wrap(datagram.bytes(), datagram.payloadOffset(), datagram.payloadLength())
                == DnsMessageView.Shape.WELL_FORMED
            && message.scanRecords();
    return legible ? Failure.Edns.of(message.hasEdns(), answered) : Failure.Edns.UNKNOWN;
  }

  private boolean set(int octets, int soaOctets, int qtype) {
    DnsNames.lowerCase(names, 0, octets + soaOctets);
    failure.set(names, 0, qtype, soaOctets == 0 ? -1 : octets);
    return true;
  }

  /** Copies a well-formed name to an offset; anything else is not copied and has 0 octets. */
  private int copy(ByteRange name, int at) {
    byte[] bytes = name.bytes();
    int end = name.offset() + name.length();
    if (!name.isPresent()
        || name.length() == 0
        || DnsNames.skipUncompressed(bytes, name.offset(), end) != end) {
      return 0;
    }
    System.arraycopy(bytes, name.offset(), names, at, name.length());
    return name.length();
  }
}
