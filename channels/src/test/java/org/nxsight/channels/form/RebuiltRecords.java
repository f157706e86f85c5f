package org.nxsight.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.ByteRange;

/** Payloads rebuilt from the JSON that nmsgtool printed for them. */
final class RebuiltRecords {
  private final String json;

  RebuiltRecords(String json) {
    this.json = json;
  }

  /** The record of a line of type dnsqr. */
  PayloadView dnsqr() throws UnknownHostException {
    Dnsqr dnsqr = new Dnsqr();
    assertThat(string("type")).isEqualTo("UDP_QUERY_RESPONSE");
    dnsqr.type = Dnsqr.UDP_QUERY_RESPONSE;
    set(dnsqr.queryIp, address("query_ip"));
    set(dnsqr.responseIp, address("response_ip"));
    dnsqr.proto = 17;
    dnsqr.queryPort = (int) number("query_port");
    dnsqr.responsePort = (int) number("response_port");
    dnsqr.id = (int) number("id");
    set(dnsqr.qname, name(string("qname")));
    dnsqr.hasQtype = dnsqr.hasQclass = dnsqr.hasRcode = dnsqr.hasUdpChecksum = true;
    dnsqr.qtype = RecordTypes.number(string("qtype"));
    dnsqr.qclass = 1;
    assertThat(string("rcode")).isEqualTo("NOERROR");
    byte[] query = Base64.getDecoder().decode(one("\"query_packet\":\\[\"([^\"]*)\"]"));
    byte[] response = Base64.getDecoder().decode(one("\"response_packet\":\\[\"([^\"]*)\"]"));
    dnsqr.addQueryPacket(query, 0, query.length, packetNanos("query"));
    dnsqr.addResponsePacket(response, 0, response.length, packetNanos("response"));
    assertThat(string("udp_checksum")).isEqualTo("CORRECT");
    dnsqr.udpChecksum = Dnsqr.CHECKSUM_CORRECT;
    byte[] payload = new byte[dnsqr.encodedOctets()];
    dnsqr.encode(payload, 0);
    return view(Dnsqr.VENDOR, Dnsqr.TYPE, payload);
  }

  /** The record of a line of type dnsdedupe. */
  PayloadView dnsdedupe() throws UnknownHostException {
    Dnsdedupe dedupe = new Dnsdedupe();
    dedupe.hasType = dedupe.hasCount = dedupe.hasTimeFirst = dedupe.hasTimeLast = true;
    dedupe.hasRrtype = dedupe.hasRrclass = dedupe.hasRrttl = true;
    dedupe.type = string("type").equals("INSERTION") ? 0 : 1;
    dedupe.count = number("count");
    dedupe.timeFirst = (int) seconds(string("time_first"));
    dedupe.timeLast = (int) seconds(string("time_last"));
    if (json.contains("\"response_ip\"")) {
      set(dedupe.responseIp, address("response_ip"));
    }
    set(dedupe.bailiwick, name(string("bailiwick")));
    set(dedupe.rrname, name(string("rrname")));
    dedupe.rrclass = 1;
    dedupe.rrtype = RecordTypes.number(string("rrtype"));
    dedupe.rrttl = (int) number("rrttl");
    for (String text : strings("rdata")) {
      byte[] rdata = rdata(string("rrtype"), text);
      dedupe.rdata.add(rdata, 0, rdata.length);
    }
    byte[] payload = new byte[dedupe.encodedOctets()];
    dedupe.encode(payload, 0);
    return view(Dnsdedupe.VENDOR, Dnsdedupe.TYPE, payload);
  }

  private PayloadView view(int vendor, int type, byte[] payload) {
    String time = string("time");
    long nanos =
        seconds(time.substring(0, 19)) * 1_000_000_000L + Long.parseLong(time.substring(20));
    PayloadView view = new PayloadView();
    int source = Integer.parseUnsignedInt(string("source"), 16);
    view.set(vendor, type, nanos, source, payload, 0, payload.length);
    return view;
  }

  private static byte[] rdata(String rrtype, String text) throws UnknownHostException {
    return switch (rrtype) {
      case "A" -> InetAddress.getByName(text).getAddress();
      case "NS", "CNAME" -> name(text);
      case "NSEC" -> nsec(text.split(" ", -1));
      default -> throw new IllegalArgumentException(rrtype);
    };
  }

  /** Name, then window 0 of the type bitmap (RFC 4034, section 4.1). */
  private static byte[] nsec(String[] words) {
    byte[] bitmap = new byte[32];
    int octets = 0;
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      int type = RecordTypes.number(word);
      bitmap[type / 8] |= (byte) (0x80 >> type % 8);
      octets = Math.max(octets, type / 8 + 1);
    }
    byte[] next = name(words[0]);
    byte[] rdata = Arrays.copyOf(next, next.length + 2 + octets);
    rdata[next.length + 1] = (byte) octets;
    System.arraycopy(bitmap, 0, rdata, next.length + 2, octets);
    return rdata;
  }

  private long packetNanos(String which) {
    String nanos = one("\"" + which + "_time_nsec\":\\[(\\d+)]");
    return Long.parseLong(one("\"" + which + "_time_sec\":\\[(\\d+)]")) * 1_000_000_000L
        + Long.parseLong(nanos);
  }

  private static void set(ByteRange range, byte[] octets) {
    range.set(octets, 0, octets.length);
  }

  private byte[] address(String member) throws UnknownHostException {
    return InetAddress.getByName(string(member)).getAddress();
  }

  private static byte[] name(String text) {
    byte[] out = new byte[255];
    return Arrays.copyOf(out, NameText.parse(text, out));
  }

  private static long seconds(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
  }

  private long number(String member) {
    return Long.parseLong(one("\"" + member + "\":(\\d+)"));
  }

  private String string(String member) {
    return one("\"" + member + "\":\"([^\"]*)\"").replace("\\\\", "\\");
  }

  private List<String> strings(String member) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile("\"([^\"]*)\"").matcher(one("\"" + member + "\":\\[(.*?)]"));
    while (matcher.find()) {
      found.add(matcher.group(1).replace("\\\\", "\\"));
    }
    return found;
  }

  private String one(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(json);
    assertThat(matcher.find()).as("%s in %s", pattern, json).isTrue();
    return matcher.group(1);
  }
}
