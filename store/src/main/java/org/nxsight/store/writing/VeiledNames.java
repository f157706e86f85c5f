package org.nxsight.store.writing;

import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * Names as they are kept: in questions to DNS lists, the key of a list's customer and the local
 * part of a mail address become {@code *}. Whoever may read the store, or ask the server before it,
 * does not learn them. For one thread.
 */
final class VeiledNames {
  private final ListZones zones = ListZones.known();
  private final ListQuery query = new ListQuery(zones);
  private final StringBuilder text = new StringBuilder();
  private final byte[] shorter = new byte[DnsNames.MAX_NAME_OCTETS];

  /** Whether a name may have something to veil; if it has not, no name above it has. */
  boolean mayHide(byte[] bytes, int offset) {
    return zones.find(bytes, offset) >= 0;
  }

  /**
   * Veils a name where it stands, in wire form and lower case; it never becomes longer.
   *
   * @return the octets that it has now
   */
  int veil(byte[] bytes, int offset, int octets) {
    if (octets <= 1 || !mayHide(bytes, offset)) {
      return octets;
    }
    query.set(bytes, offset, bytes, ListQuery.NONE);
    if (!query.hasSecrets()) {
      return octets;
    }
    text.setLength(0);
    query.appendRedactedName(text);
    int kept = NameText.parse(text, shorter);
    if (kept == NameText.MALFORMED || kept > octets) {
      throw new IllegalStateException("a veiled name is none: " + text);
    }
    System.arraycopy(shorter, 0, bytes, offset, kept);
    return kept;
  }
}
