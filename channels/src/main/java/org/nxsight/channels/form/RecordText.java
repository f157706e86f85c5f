package org.nxsight.channels.form;

import org.nxsight.wire.dns.RdataText;
import org.nxsight.wire.dns.RecordClasses;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.Decoded;

/**
 * A payload as text, as nmsgtool 1.3.3 prints it (farsightsec/nmsg, nmsg/output_pres.c).
 *
 * <pre>
 *   [51] [2024-05-01 12:34:56.123456789] [2:6 SIE dnsnx] [a1ba02cf] [operator] [group]
 *   qname: Foo.bar.example.
 *   ...
 *   (empty line)
 * </pre>
 *
 * <p>The first number is the payload's length, the hexadecimal one its source. A payload of another
 * type has the one line {@code <UNKNOWN NMSG vendor:type>}; a malformed one, which nmsgtool passes
 * over in silence, has {@code <PARSE ERROR reason>}.
 */
public final class RecordText implements RecordForm {
  private final DnsqrText dnsqr = new DnsqrText();
  private final Dnsnx dnsnx = new Dnsnx();
  private final Dnsdedupe dnsdedupe = new Dnsdedupe();

  /**
   * Appends the payload.
   *
   * @return why it is malformed, or OK, also for a type that is not known here
   */
  @Override
  public Decoded append(StringBuilder out, PayloadView payload) {
    appendEnvelope(out, payload);
    Decoded decoded = Decoded.OK;
    if (payload.is(Dnsqr.VENDOR, Dnsqr.TYPE)) {
      decoded = dnsqr.append(out, payload);
    } else if (payload.is(Dnsnx.VENDOR, Dnsnx.TYPE)) {
      decoded = appendDnsnx(out, payload);
    } else if (payload.is(Dnsdedupe.VENDOR, Dnsdedupe.TYPE)) {
      decoded = appendDnsdedupe(out, payload);
    } else {
      out.append("<UNKNOWN NMSG ").append(Integer.toUnsignedString(payload.vendor()));
      out.append(':').append(Integer.toUnsignedString(payload.type())).append(">\n");
    }
    if (decoded != Decoded.OK) {
      out.append("<PARSE ERROR ").append(decoded).append(">\n");
    }
    out.append('\n');
    return decoded;
  }

  private static void appendEnvelope(StringBuilder out, PayloadView payload) {
    out.append('[').append(payload.length()).append("] [");
    Timestamps.append(out, payload.timeSeconds(), payload.timeNanos());
    out.append("] [").append(payload.vendor()).append(':').append(payload.type());
    out.append(' ').append(MessageTypes.vendorName(payload.vendor()));
    out.append(' ').append(MessageTypes.typeName(payload.vendor(), payload.type()));
    out.append("] [").append(Sources.text(payload.source())).append("] [");
    appendNonZero(out, payload.operator());
    out.append("] [");
    appendNonZero(out, payload.group());
    out.append("] \n");
  }

  private static void appendNonZero(StringBuilder out, int number) {
    if (number != 0) {
      out.append(Integer.toUnsignedString(number));
    }
  }

  private Decoded appendDnsnx(StringBuilder out, PayloadView payload) {
    Decoded decoded = dnsnx.decode(payload.bytes(), payload.offset(), payload.length());
    if (decoded != Decoded.OK) {
      return decoded;
    }
    TextLines lines = new TextLines(out);
    lines.domain("qname", dnsnx.qname);
    appendClass(lines, "qclass", dnsnx.qclass);
    lines.rrtype("qtype", dnsnx.qtype);
    lines.address("response_ip", dnsnx.responseIp);
    lines.domain("soa_rrname", dnsnx.soaRrname);
    return Decoded.OK;
  }

  private Decoded appendDnsdedupe(StringBuilder out, PayloadView payload) {
    Decoded decoded = dnsdedupe.decode(payload.bytes(), payload.offset(), payload.length());
    if (decoded != Decoded.OK) {
      return decoded;
    }
    TextLines lines = new TextLines(out);
    if (dnsdedupe.hasType) {
      lines.enumeration("type", EnumNames.DNSDEDUPE_TYPE, dnsdedupe.type);
    }
    if (dnsdedupe.hasCount) {
      lines.unsigned("count", dnsdedupe.count);
    }
    appendDnsdedupeTimes(lines);
    lines.address("response_ip", dnsdedupe.responseIp);
    lines.domain("bailiwick", dnsdedupe.bailiwick);
    lines.domain("rrname", dnsdedupe.rrname);
    if (dnsdedupe.hasRrclass) {
      appendClass(lines, "rrclass", dnsdedupe.rrclass);
    }
    if (dnsdedupe.hasRrtype) {
      lines.rrtype("rrtype", dnsdedupe.rrtype);
    }
    if (dnsdedupe.hasRrttl) {
      lines.unsigned("rrttl", Integer.toUnsignedLong(dnsdedupe.rrttl));
    }
    StringBuilder rdata = new StringBuilder();
    for (int i = 0; i < dnsdedupe.rdata.count(); i++) {
      rdata.setLength(0);
      lines.text("rdata", appendRdata(rdata, dnsdedupe, i) ? rdata : "<PARSE ERROR>");
    }
    if (dnsdedupe.response.isPresent()) {
      lines.message(
          "response",
          dnsdedupe.response.bytes(),
          dnsdedupe.response.offset(),
          dnsdedupe.response.length());
    }
    return Decoded.OK;
  }

  private void appendDnsdedupeTimes(TextLines lines) {
    if (dnsdedupe.hasTimeFirst) {
      lines.time("time_first", dnsdedupe.timeFirst);
    }
    if (dnsdedupe.hasTimeLast) {
      lines.time("time_last", dnsdedupe.timeLast);
    }
    if (dnsdedupe.hasZoneTimeFirst) {
      lines.time("zone_time_first", dnsdedupe.zoneTimeFirst);
    }
    if (dnsdedupe.hasZoneTimeLast) {
      lines.time("zone_time_last", dnsdedupe.zoneTimeLast);
    }
  }

  private static void appendClass(TextLines lines, String name, int rrclass) {
    lines.coded(name, RecordClasses.name(rrclass & 0xffff), "<UNKNOWN>", rrclass);
  }

  /** Appends rdata {@code index}; false when it is malformed or of no told type and class. */
  static boolean appendRdata(StringBuilder out, Dnsdedupe dnsdedupe, int index) {
    return dnsdedupe.hasRrtype
        && dnsdedupe.hasRrclass
        && RdataText.append(
            out,
            dnsdedupe.rdata.bytes(index),
            dnsdedupe.rdata.offset(index),
            dnsdedupe.rdata.length(index),
            dnsdedupe.rrtype & 0xffff,
            dnsdedupe.rrclass & 0xffff);
  }
}
