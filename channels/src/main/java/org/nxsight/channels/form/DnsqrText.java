package org.nxsight.channels.form;

import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordClasses;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.Decoded;

/** The lines of a {@code base:dnsqr} payload (farsightsec/nmsg, nmsg/base/dnsqr.c). */
final class DnsqrText {
  private final Dnsqr dnsqr = new Dnsqr();
  private final DnsPayload dns = new DnsPayload();

  /** Appends the payload's lines; nothing when it is malformed. */
  Decoded append(StringBuilder out, PayloadView payload) {
    Decoded decoded = dnsqr.decode(payload.bytes(), payload.offset(), payload.length());
    if (decoded != Decoded.OK) {
      return decoded;
    }
    TextLines lines = new TextLines(out);
    lines.enumeration("type", EnumNames.DNSQR_TYPE, dnsqr.type);
    lines.address("query_ip", dnsqr.queryIp);
    lines.address("response_ip", dnsqr.responseIp);
    lines.text("proto", proto(dnsqr.proto & 0xffff));
    lines.unsigned("query_port", dnsqr.queryPort & 0xffff);
    lines.unsigned("response_port", dnsqr.responsePort & 0xffff);
    lines.unsigned("id", dnsqr.id & 0xffff);
    appendQuestion(lines);
    appendOutcome(lines);
    appendMessages(lines);
    return Decoded.OK;
  }

  private static String proto(int proto) {
    String name = DnsqrValues.protoName(proto);
    return name == null ? Integer.toString(proto) : name + " (" + proto + ")";
  }

  private void appendQuestion(TextLines lines) {
    lines.domain("qname", dnsqr.qname);
    if (dnsqr.hasQclass) {
      int qclass = dnsqr.qclass & 0xffff;
      lines.coded("qclass", RecordClasses.name(qclass), "CLASS" + qclass, qclass);
    }
    if (dnsqr.hasQtype) {
      lines.rrtype("qtype", dnsqr.qtype);
    }
    if (dnsqr.hasRcode) {
      lines.coded("rcode", Rcodes.name(dnsqr.rcode & 0xffff), "<UNKNOWN>", dnsqr.rcode);
    }
  }

  private void appendOutcome(TextLines lines) {
    if (dnsqr.hasTimeout) {
      lines.decimal("timeout", dnsqr.timeoutSeconds);
    }
    if (DnsqrValues.hasDelay(dnsqr)) {
      lines.decimal("delay", DnsqrValues.delaySeconds(dnsqr));
    }
    if (dnsqr.responsePackets.count() > 0) {
      if (dnsqr.hasUdpChecksum) {
        lines.enumeration("udp_checksum", EnumNames.UDP_CHECKSUM, dnsqr.udpChecksum);
      } else {
        lines.text("udp_checksum", dns.responseChecksum(dnsqr).name());
      }
    }
    if (dnsqr.hasResolverAddressZeroed) {
      lines.text("resolver_address_zeroed", dnsqr.resolverAddressZeroed ? "True" : "False");
    }
  }

  private void appendMessages(TextLines lines) {
    if (dns.locateQuery(dnsqr)) {
      lines.message("query", dns.bytes(), dns.offset(), dns.length());
    }
    if (dns.locateResponse(dnsqr)) {
      lines.message("response", dns.bytes(), dns.offset(), dns.length());
    }
  }
}
