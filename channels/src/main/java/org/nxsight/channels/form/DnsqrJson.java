package org.nxsight.channels.form;

import org.nxsight.wire.dns.MessageText;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordClasses;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.ByteRanges;
import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.Numbers;

/** The member {@code message} of a {@code base:dnsqr} payload (nmsg/base/dnsqr.c). */
final class DnsqrJson {
  private final Dnsqr dnsqr = new Dnsqr();
  private final DnsPayload dns = new DnsPayload();

  /** Appends the member; nothing when the payload is malformed. */
  Decoded append(StringBuilder out, JsonFields fields, PayloadView payload) {
    Decoded decoded = dnsqr.decode(payload.bytes(), payload.offset(), payload.length());
    if (decoded != Decoded.OK) {
      return decoded;
    }
    fields.open("message");
    fields.enumeration("type", EnumNames.DNSQR_TYPE, dnsqr.type);
    fields.address("query_ip", dnsqr.queryIp);
    fields.address("response_ip", dnsqr.responseIp);
    int proto = dnsqr.proto & 0xffff;
    fields.coded("proto", DnsqrValues.protoName(proto), Integer.toString(proto));
    fields.unsigned("query_port", dnsqr.queryPort & 0xffff);
    fields.unsigned("response_port", dnsqr.responsePort & 0xffff);
    fields.unsigned("id", dnsqr.id & 0xffff);
    appendQuestion(fields);
    appendPackets(out, fields);
    appendOutcome(out, fields);
    appendMessages(out, fields);
    fields.base64("tcp", dnsqr.tcp);
    fields.base64("icmp", dnsqr.icmp);
    out.append('}');
    return Decoded.OK;
  }

  private void appendQuestion(JsonFields fields) {
    fields.domain("qname", dnsqr.qname);
    if (dnsqr.hasQclass) {
      int qclass = dnsqr.qclass & 0xffff;
      fields.coded("qclass", RecordClasses.name(qclass), "CLASS" + qclass);
    }
    if (dnsqr.hasQtype) {
      fields.rrtype("qtype", dnsqr.qtype);
    }
    if (dnsqr.hasRcode) {
      int rcode = dnsqr.rcode & 0xffff;
      fields.coded("rcode", Rcodes.name(rcode), Integer.toString(rcode));
    }
  }

  private void appendPackets(StringBuilder out, JsonFields fields) {
    appendAll(out, fields, "query_packet", dnsqr.queryPackets);
    appendAll(out, fields, "query_time_sec", dnsqr.queryTimeSeconds);
    appendAll(out, fields, "query_time_nsec", dnsqr.queryTimeNanos);
    appendAll(out, fields, "response_packet", dnsqr.responsePackets);
    appendAll(out, fields, "response_time_sec", dnsqr.responseTimeSeconds);
    appendAll(out, fields, "response_time_nsec", dnsqr.responseTimeNanos);
  }

  private static void appendAll(
      StringBuilder out, JsonFields fields, String name, ByteRanges packets) {
    fields.member(name);
    out.append('[');
    for (int i = 0; i < packets.count(); i++) {
      out.append(i == 0 ? "" : ",");
      fields.base64OrNull(packets.bytes(i), packets.offset(i), packets.length(i));
    }
    out.append(']');
  }

  private static void appendAll(
      StringBuilder out, JsonFields fields, String name, Numbers numbers) {
    fields.member(name);
    out.append('[');
    for (int i = 0; i < numbers.count(); i++) {
      out.append(i == 0 ? "" : ",").append(Long.toUnsignedString(numbers.get(i)));
    }
    out.append(']');
  }

  private void appendOutcome(StringBuilder out, JsonFields fields) {
    if (dnsqr.hasTimeout) {
      fields.decimal("timeout", dnsqr.timeoutSeconds);
    }
    if (DnsqrValues.hasDelay(dnsqr)) {
      fields.decimal("delay", DnsqrValues.delaySeconds(dnsqr));
    }
    if (dnsqr.hasUdpChecksum) {
      fields.enumeration("udp_checksum", EnumNames.UDP_CHECKSUM, dnsqr.udpChecksum);
    }
    if (dnsqr.hasResolverAddressZeroed) {
      fields.member("resolver_address_zeroed");
      out.append(dnsqr.resolverAddressZeroed);
    }
  }

  private void appendMessages(StringBuilder out, JsonFields fields) {
    if (dns.locateQuery(dnsqr)) {
      appendMessage(out, fields, "query", "query_json");
    }
    if (dns.locateResponse(dnsqr)) {
      appendMessage(out, fields, "response", "response_json");
      fields.member("dns");
      JsonStrings.appendBase64(out, dns.bytes(), dns.offset(), dns.length());
    }
  }

  private void appendMessage(StringBuilder out, JsonFields fields, String raw, String parsed) {
    fields.member(raw);
    JsonStrings.appendBase64(out, dns.bytes(), dns.offset(), dns.length());
    fields.member(parsed);
    if (!MessageText.appendJson(out, dns.bytes(), dns.offset(), dns.length())) {
      out.append("null");
    }
  }
}
