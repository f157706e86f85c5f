package org.nxsight.analysis.causes;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.JsonText;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;

/** A missing name as text, read into a {@link Failure}; it is reused. */
public final class AskedName {
  private static final float SURE = 0.9f;

  private final byte[] bytes = new byte[2 * DnsNames.MAX_NAME_OCTETS];
  private final Failure failure = new Failure();

  /**
   * Reads it.
   *
   * @param qname in presentation form (RFC 1035, section 5.1); case does not matter
   * @param qtype a mnemonic, {@code TYPE65} or a number; empty when it is not known
   * @param soa the owner of the SOA; empty when there was none; what is no name counts as none
   * @return the failure; null when the qname is no name at all
   */
  public @Nullable Failure read(String qname, String qtype, String soa) {
    int octets = NameText.parse(qname, bytes);
    if (octets == NameText.MALFORMED) {
      return null;
    }
    byte[] owner = new byte[DnsNames.MAX_NAME_OCTETS];
    int ownerOctets = NameText.parse(soa, owner);
    System.arraycopy(owner, 0, bytes, octets, Math.max(0, ownerOctets));
    DnsNames.lowerCase(bytes, 0, octets + Math.max(0, ownerOctets));
    int soaOffset = ownerOctets == NameText.MALFORMED ? -1 : octets;
    failure.set(bytes, 0, number(qtype), soaOffset);
    return failure;
  }

  /** Whether a text is a type as {@link #read} takes it. */
  public static boolean isType(String qtype) {
    return number(qtype) > 0;
  }

  /** Whether a text is a name. */
  public static boolean isName(String text) {
    return NameText.parse(text, new byte[DnsNames.MAX_NAME_OCTETS]) != NameText.MALFORMED;
  }

  private static int number(String qtype) {
    int number = RecordTypes.number(qtype);
    if (number < 0 && !qtype.isEmpty() && qtype.chars().allMatch(c -> c >= '0' && c <= '9')) {
      number = RecordTypes.number("TYPE" + qtype);
    }
    return Math.max(0, number);
  }

  /** Appends the explanation of a text that cannot be a name, as a JSON object. */
  public static void appendNoName(StringBuilder json, String qname) {
    json.append("{\"qname\":");
    JsonText.append(json, escaped(qname));
    json.append(
            ",\"qtype\":null,\"soa_rrname\":null,\"cut\":null,\"scope\":\"UNKNOWN\",\"cause\":\"")
        .append(Cause.NON_DNS_STRING)
        .append("\",\"confidence\":")
        .append(SURE)
        .append(",\"evidence\":{\"sign\":\"")
        .append(Sign.NO_NAME.key())
        .append("\",\"because\":\"")
        .append(Sign.NO_NAME.sentence())
        .append("\"},\"dga_score\":0.0000,\"typo_of\":null,\"dnsbl\":null}");
  }

  /** Octets that are no printable ASCII, as they stand in names. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < 0x7f) {
        out.append(c);
      } else {
        out.append('\\').append(1000 + (c & 0xff));
        out.deleteCharAt(out.length() - 4);
      }
    }
    return out.toString();
  }
}
