package org.nxsight.channels.answers;

import java.util.List;

/**
 * The records of one owner, type and class in one section (RFC 2181, section 5).
 *
 * @param rrname the owner
 * @param rdata uncompressed, its names in lower case; sorted, each once
 */
public record Rrset(Name rrname, int rrtype, int rrclass, List<Octets> rdata)
    implements Comparable<Rrset> {
  /** Room that an object and the references to it take, without its octets. */
  static final int OBJECT_OCTETS = 64;

  /** By owner, type, class, and then by the sorted rdata. */
  @Override
  public int compareTo(Rrset other) {
    int order = rrname.compareTo(other.rrname);
    order = order != 0 ? order : Integer.compare(rrtype, other.rrtype);
    order = order != 0 ? order : Integer.compare(rrclass, other.rrclass);
    order = order != 0 ? order : Integer.compare(rdata.size(), other.rdata.size());
    for (int i = 0; order == 0 && i < rdata.size(); i++) {
      order = rdata.get(i).compareTo(other.rdata.get(i));
    }
    return order;
  }

  /** The room this takes in memory, about. */
  long octets() {
    long octets = 2L * OBJECT_OCTETS + rrname.wire().length();
    for (Octets each : rdata) {
      octets += OBJECT_OCTETS + each.length();
    }
    return octets;
  }
}
