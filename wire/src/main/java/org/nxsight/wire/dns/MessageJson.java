package org.nxsight.wire.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A DNS message as one JSON object: the {@code query_json} and {@code response_json} of dnsqr. */
final class MessageJson {
  private static final String[] SECTION_NAMES = {"question", "answer", "authority", "additional"};

  private MessageJson() {}

  /** Appends the whole message. */
  static void append(StringBuilder out, UnpackedMessage message) {
    out.append("{\"header\":{\"opcode\":");
    appendNameOrNumber(out, WdnsNames.opcode(message.opcode()), message.opcode());
    out.append(",\"rcode\":");
    appendNameOrNumber(out, WdnsNames.rcode(message.wdnsRcode()), message.wdnsRcode());
    out.append(",\"id\":").append(message.id());
    out.append(",\"flags\":");
    appendStrings(out, message.flagNames());
    appendOpt(out, message.opt());
    out.append('}');
    for (int section = 0; section < SECTION_NAMES.length; section++) {
      out.append(",\"").append(SECTION_NAMES[section]).append("\":[");
      if (section == 0) {
        appendQuestions(out, message.section(0));
      } else {
        appendRrsets(out, message.section(section));
      }
      out.append(']');
    }
    out.append('}');
  }

  private static void appendNameOrNumber(StringBuilder out, @Nullable String name, int number) {
    if (name != null) {
      JsonText.append(out, name);
    } else {
      out.append(number);
    }
  }

  private static void appendOpt(StringBuilder out, @Nullable UnpackedRecord opt) {
    if (opt == null) {
      return;
    }
    out.append(",\"opt\":{\"edns\":{\"version\":").append(MessageText.ednsVersion(opt));
    out.append(",\"flags\":").append(MessageText.isDnssecOk(opt) ? "[\"do\"]" : "[]");
    out.append(",\"udp\":").append(opt.rrclass());
    out.append(",\"options\":");
    appendStrings(out, MessageText.ednsOptions(opt));
    out.append("}}");
  }

  private static void appendStrings(StringBuilder out, List<String> strings) {
    out.append('[');
    for (int i = 0; i < strings.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      JsonText.append(out, strings.get(i));
    }
    out.append(']');
  }

  private static void appendQuestions(StringBuilder out, List<UnpackedRecord> questions) {
    for (int i = 0; i < questions.size(); i++) {
      UnpackedRecord question = questions.get(i);
      out.append(i > 0 ? "," : "").append("{\"qname\":");
      appendName(out, question);
      out.append(",\"qclass\":\"");
      question.appendClass(out);
      out.append("\",\"qtype\":\"");
      question.appendType(out);
      out.append("\"}");
    }
  }

  private static void appendRrsets(StringBuilder out, List<UnpackedRecord> records) {
    int appended = 0;
    for (List<UnpackedRecord> rrset : rrsets(records)) {
      UnpackedRecord first = rrset.getFirst();
      out.append(appended++ > 0 ? "," : "").append("{\"rrname\":");
      appendName(out, first);
      out.append(",\"rrttl\":");
      out.append(rrset.stream().mapToLong(UnpackedRecord::ttl).min().orElse(0));
      out.append(",\"rrclass\":\"");
      first.appendClass(out);
      out.append("\",\"rrtype\":\"");
      first.appendType(out);
      out.append("\",\"rdata\":");
      appendStrings(out, rrset.stream().map(MessageJson::rdata).toList());
      out.append('}');
    }
  }

  /** Records of one name in any case, type and class together, in the order of the first ones. */
  private static Iterable<List<UnpackedRecord>> rrsets(List<UnpackedRecord> records) {
    record Key(String name, int rrtype, int rrclass) {}
    Map<Key, List<UnpackedRecord>> rrsets = new LinkedHashMap<>();
    for (UnpackedRecord record : records) {
      Key key = new Key(record.lowerCaseName(), record.rrtype(), record.rrclass());
      rrsets.computeIfAbsent(key, absent -> new ArrayList<>()).add(record);
    }
    return rrsets.values();
  }

  private static void appendName(StringBuilder out, UnpackedRecord record) {
    StringBuilder name = new StringBuilder();
    record.appendName(name);
    JsonText.append(out, name);
  }

  private static String rdata(UnpackedRecord record) {
    StringBuilder rdata = new StringBuilder();
    record.appendRdata(rdata);
    return rdata.toString();
  }
}
