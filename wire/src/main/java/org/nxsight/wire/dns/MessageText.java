package org.nxsight.wire.dns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole DNS messages as text and as JSON, as nmsgtool 1.3.3 prints them inside a dnsqr payload.
 *
 * <pre>
 *   ;; ->>HEADER<<- opcode: QUERY, rcode: NOERROR, id: 60913
 *   ;; flags: qr rd; QUERY: 1, ANSWER: 0, AUTHORITY: 6, ADDITIONAL: 12
 *
 *   ;; OPT PSEUDOSECTION:
 *   ; EDNS: version: 0, flags: do; udp: 1472
 *   ; OPT=10: ca 22 ("."")
 *   ;; QUESTION SECTION:
 *   ;icann.org. IN A
 *
 *   ;; ANSWER SECTION:
 *
 *   ;; AUTHORITY SECTION:
 *   org. 172800 IN NS a0.org.afilias-nst.info.
 *   ...
 * </pre>
 *
 * <p>The text has the records in the order of the message, each with its own TTL; the JSON has them
 * as RRsets in the order of their first records, each with the lowest TTL. The counts are of the
 * records that are there, without the OPT record. A message is malformed when its header, a name, a
 * record or its rdata is ({@link RdataUnpack}); an EDNS option that is gets a mark instead.
 */
public final class MessageText {
  private static final String[] SECTION_NAMES = {"QUESTION", "ANSWER", "AUTHORITY", "ADDITIONAL"};
  private static final int FLAG_DO = 0x8000;

  private MessageText() {}

  /**
   * Appends the message in {@code bytes[offset, offset + length)} as lines of text, a line feed
   * behind each.
   *
   * @return false when the message is malformed; nothing is appended then
   */
  public static boolean appendText(StringBuilder out, byte[] bytes, int offset, int length) {
    UnpackedMessage message = UnpackedMessage.read(bytes, offset, length);
    if (message == null) {
      return false;
    }
    appendHeader(out, message);
    appendOpt(out, message.opt());
    for (int section = 0; section < SECTION_NAMES.length; section++) {
      out.append("\n;; ").append(SECTION_NAMES[section]).append(" SECTION:\n");
      for (UnpackedRecord record : message.section(section)) {
        if (section == 0) {
          appendQuestion(out, record);
        } else {
          appendRecord(out, record);
        }
      }
    }
    return true;
  }

  /**
   * Appends the message in {@code bytes[offset, offset + length)} as a JSON object.
   *
   * @return false when the message is malformed; nothing is appended then
   */
  public static boolean appendJson(StringBuilder out, byte[] bytes, int offset, int length) {
    UnpackedMessage message = UnpackedMessage.read(bytes, offset, length);
    if (message == null) {
      return false;
    }
    MessageJson.append(out, message);
    return true;
  }

  private static void appendHeader(StringBuilder out, UnpackedMessage message) {
    String opcode = WdnsNames.opcode(message.opcode());
    String rcode = WdnsNames.rcode(message.wdnsRcode());
    out.append(";; ->>HEADER<<- opcode: ");
    out.append(opcode != null ? opcode : String.valueOf(message.opcode()));
    out.append(", rcode: ");
    out.append(rcode != null ? rcode : String.valueOf(message.wdnsRcode()));
    out.append(", id: ").append(message.id()).append("\n;; flags:");
    for (String flag : message.flagNames()) {
      out.append(' ').append(flag);
    }
    out.append("; QUERY: ").append(message.section(0).size());
    out.append(", ANSWER: ").append(message.section(1).size());
    out.append(", AUTHORITY: ").append(message.section(2).size());
    out.append(", ADDITIONAL: ").append(message.section(3).size()).append('\n');
  }

  private static void appendOpt(StringBuilder out, @Nullable UnpackedRecord opt) {
    if (opt == null) {
      return;
    }
    out.append("\n;; OPT PSEUDOSECTION:\n; EDNS: version: ").append(ednsVersion(opt));
    out.append(", flags:").append(isDnssecOk(opt) ? " do" : "");
    out.append("; udp: ").append(opt.rrclass());
    for (String option : ednsOptions(opt)) {
      out.append("\n; ").append(option);
    }
  }

  private static void appendQuestion(StringBuilder out, UnpackedRecord question) {
    out.append(';');
    question.appendName(out);
    out.append(' ');
    question.appendClass(out);
    out.append(' ');
    question.appendType(out);
    out.append('\n');
  }

  private static void appendRecord(StringBuilder out, UnpackedRecord record) {
    record.appendName(out);
    out.append(' ').append(record.ttl()).append(' ');
    record.appendClass(out);
    out.append(' ');
    record.appendType(out);
    out.append(' ');
    int start = out.length();
    record.appendRdata(out);
    if (out.length() == start && record.isTakenApart()) {
      // Known rdata without a field takes the space before it along.
      out.setLength(start - 1);
    }
    out.append('\n');
  }

  /** The EDNS version of an OPT record (RFC 6891, section 6.1.3). */
  static int ednsVersion(UnpackedRecord opt) {
    return (int) (opt.ttl() >> 16) & 0xff;
  }

  /** Whether an OPT record's DO bit is set (RFC 3225). */
  static boolean isDnssecOk(UnpackedRecord opt) {
    return (opt.ttl() & FLAG_DO) != 0;
  }

  /** The options of an OPT record, each as text. */
  static List<String> ednsOptions(UnpackedRecord opt) {
    StringBuilder options = new StringBuilder();
    opt.appendRdata(options);
    return options.toString().lines().toList();
  }
}
