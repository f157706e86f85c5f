package org.nxsight.channels.answers;

import java.util.List;

/**
 * The records of one owner, type and class in one section (RFC 2181, section 5).
 *
 * @param rrname the owner
 * @param rdata uncompressed, its names in lower case; sorted, each once
 */
public record Rrset(Name rrname, int rrtype, int rrclass, List<Octets> rdata) {
  /** Room that an object and the references to it take, without its octets. */
  static final int OBJECT_OCTETS = 64;

  /** The room this takes in memory, about. */
  long octets() {
    long octets = 2L * OBJECT_OCTETS + rrname.wire().length();
    for (Octets each : rdata) {
      octets += OBJECT_OCTETS + each.length();
    }
    return octets;
  }
}
