package org.nxsight.store.pdns;

import org.nxsight.wire.dns.JsonText;

/**
 * Records as JSON objects in the passive DNS Common Output Format
 * (draft-dulaunoy-dnsop-passive-dns-cof).
 */
public final class CofJson {
  private CofJson() {}

  /** Appends an RRset; its rdata is an array, and no bailiwick stands when none is known. */
  public static void appendRrset(StringBuilder out, PdnsRecord rrset) {
    appendOwner(out, rrset);
    String bailiwick = rrset.bailiwick();
    if (bailiwick != null) {
      out.append(",\"bailiwick\":");
      JsonText.append(out, bailiwick);
    }
    out.append(",\"rdata\":[");
    for (int i = 0; i < rrset.rdata().size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      JsonText.append(out, rrset.rdata().get(i));
    }
    out.append("]}");
  }

  /** Appends a single record, found by its rdata, which is a string. */
  public static void appendSingle(StringBuilder out, PdnsRecord single) {
    appendOwner(out, single);
    out.append(",\"rdata\":");
    JsonText.append(out, single.rdata().getFirst());
    out.append('}');
  }

  private static void appendOwner(StringBuilder out, PdnsRecord record) {
    out.append("{\"count\":").append(record.count());
    out.append(",\"time_first\":").append(record.timeFirst());
    out.append(",\"time_last\":").append(record.timeLast());
    out.append(",\"rrname\":");
    JsonText.append(out, record.rrname());
    out.append(",\"rrtype\":");
    JsonText.append(out, record.rrtype());
  }
}
