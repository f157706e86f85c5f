package org.nxsight.channels.form;

import org.nxsight.wire.dns.MessageText;
import org.nxsight.wire.dns.RecordClasses;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.Decoded;

/**
 * A payload as one line of JSON, as nmsgtool 1.3.3 prints it (farsightsec/nmsg,
 * nmsg/msgmod/transparent_payload.c).
 *
 * <pre>
 *   {"time":"2024-05-01 12:34:56.123456789","vname":"SIE","mname":"dnsnx","source":"a1ba02cf",
 *    "operator":1,"group":2,"message":{...}}
 * </pre>
 *
 * <p>Source, operator and group are left out when zero. A payload of another type, or a malformed
 * one, which nmsgtool passes over, has no member {@code message}.
 */
public final class RecordJson implements RecordForm {
  private final DnsqrJson dnsqr = new DnsqrJson();
  private final Dnsnx dnsnx = new Dnsnx();
  private final Dnsdedupe dnsdedupe = new Dnsdedupe();

  /**
   * Appends the payload and a line feed.
   *
   * @return why it is malformed, or OK, also for a type that is not known here
   */
  @Override
  public Decoded append(StringBuilder out, PayloadView payload) {
    JsonFields fields = new JsonFields(out);
    out.append('{');
    appendEnvelope(out, fields, payload);
    Decoded decoded = Decoded.OK;
    if (payload.is(Dnsqr.VENDOR, Dnsqr.TYPE)) {
      decoded = dnsqr.append(out, fields, payload);
    } else if (payload.is(Dnsnx.VENDOR, Dnsnx.TYPE)) {
      decoded = appendDnsnx(out, fields, payload);
    } else if (payload.is(Dnsdedupe.VENDOR, Dnsdedupe.TYPE)) {
      decoded = appendDnsdedupe(out, fields, payload);
    }
    out.append("}\n");
    return decoded;
  }

  private static void appendEnvelope(StringBuilder out, JsonFields fields, PayloadView payload) {
    fields.member("time");
    out.append('"');
    Timestamps.append(out, payload.timeSeconds(), payload.timeNanos());
    out.append('"');
    fields.string("vname", MessageTypes.vendorName(payload.vendor()));
    fields.string("mname", MessageTypes.typeName(payload.vendor(), payload.type()));
    if (payload.source() != 0) {
      fields.string("source", Sources.text(payload.source()));
    }
    if (payload.operator() != 0) {
      fields.unsigned("operator", Integer.toUnsignedLong(payload.operator()));
    }
    if (payload.group() != 0) {
      fields.unsigned("group", Integer.toUnsignedLong(payload.group()));
    }
  }

  private Decoded appendDnsnx(StringBuilder out, JsonFields fields, PayloadView payload) {
    Decoded decoded = dnsnx.decode(payload.bytes(), payload.offset(), payload.length());
    if (decoded != Decoded.OK) {
      return decoded;
    }
    fields.open("message");
    fields.domain("qname", dnsnx.qname);
    appendClass(fields, "qclass", dnsnx.qclass);
    fields.rrtype("qtype", dnsnx.qtype);
    fields.address("response_ip", dnsnx.responseIp);
    fields.domain("soa_rrname", dnsnx.soaRrname);
    if (dnsnx.hasResponseTimeSeconds) {
      fields.unsigned("response_time_sec", dnsnx.responseTimeSeconds);
    }
    if (dnsnx.hasResponseTimeNanos) {
      fields.unsigned("response_time_nsec", dnsnx.responseTimeNanos);
    }
    out.append('}');
    return Decoded.OK;
  }

  private Decoded appendDnsdedupe(StringBuilder out, JsonFields fields, PayloadView payload) {
    Decoded decoded = dnsdedupe.decode(payload.bytes(), payload.offset(), payload.length());
    if (decoded != Decoded.OK) {
      return decoded;
    }
    fields.open("message");
    if (dnsdedupe.hasType) {
      fields.enumeration("type", EnumNames.DNSDEDUPE_TYPE, dnsdedupe.type);
    }
    if (dnsdedupe.hasCount) {
      fields.unsigned("count", dnsdedupe.count);
    }
    appendDnsdedupeTimes(fields);
    fields.address("response_ip", dnsdedupe.responseIp);
    fields.domain("bailiwick", dnsdedupe.bailiwick);
    fields.domain("rrname", dnsdedupe.rrname);
    if (dnsdedupe.hasRrclass) {
      appendClass(fields, "rrclass", dnsdedupe.rrclass);
    }
    if (dnsdedupe.hasRrtype) {
      fields.rrtype("rrtype", dnsdedupe.rrtype);
    }
    if (dnsdedupe.hasRrttl) {
      fields.unsigned("rrttl", Integer.toUnsignedLong(dnsdedupe.rrttl));
    }
    appendRdata(out, fields);
    appendResponse(fields);
    out.append('}');
    return Decoded.OK;
  }

  private void appendDnsdedupeTimes(JsonFields fields) {
    if (dnsdedupe.hasTimeFirst) {
      fields.time("time_first", dnsdedupe.timeFirst);
    }
    if (dnsdedupe.hasTimeLast) {
      fields.time("time_last", dnsdedupe.timeLast);
    }
    if (dnsdedupe.hasZoneTimeFirst) {
      fields.time("zone_time_first", dnsdedupe.zoneTimeFirst);
    }
    if (dnsdedupe.hasZoneTimeLast) {
      fields.time("zone_time_last", dnsdedupe.zoneTimeLast);
    }
  }

  private void appendRdata(StringBuilder out, JsonFields fields) {
    fields.member("rdata");
    out.append('[');
    StringBuilder rdata = new StringBuilder();
    for (int i = 0; i < dnsdedupe.rdata.count(); i++) {
      out.append(i == 0 ? "" : ",");
      rdata.setLength(0);
      if (RecordText.appendRdata(rdata, dnsdedupe, i)) {
        JsonStrings.append(out, rdata);
      } else {
        out.append("null");
      }
    }
    out.append(']');
  }

  private void appendResponse(JsonFields fields) {
    if (!dnsdedupe.response.isPresent()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    boolean parsed =
        MessageText.appendText(
            text,
            dnsdedupe.response.bytes(),
            dnsdedupe.response.offset(),
            dnsdedupe.response.length());
    fields.string("response", parsed ? text : "<PARSE ERROR>");
  }

  private static void appendClass(JsonFields fields, String name, int rrclass) {
    fields.coded(name, RecordClasses.name(rrclass & 0xffff), "<UNKNOWN>");
  }
}
