package org.nxsight.analysis.dnsbl;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * A view of a question to a DNS list (RFC 5782): which list, and about what. It is reused; {@link
 * #set} allocates nothing.
 *
 * <pre>
 *   4.3.2.1                      . zen.spamhaus.org      1.2.3.4, zone
 *   4.3.2.1             . KEY    . zen.dq.spamhaus.net   a customer's key behind the item
 *   HASH       . _email . KEY    . hbl.dq.spamhaus.net   and what was hashed
 *   KEY        . 4.3.2.1         . dnsbl.httpbl.org      a key in front
 *   john.doe\@example.com        . email list            the local part is written as *
 * </pre>
 *
 * <p>Keys and local parts are never written.
 */
public final class ListQuery {
  /** No offset. */
  public static final int NONE = -1;

  private final ListZones zones;
  private final ListItem item = new ListItem();
  private byte[] octets = {0};
  private int nameOffset;
  private int zoneOffset = NONE;
  private int keyOffset = NONE;
  private boolean zoneGone;
  private @Nullable ListZone zone;

  /** A view that knows these zones. */
  public ListQuery(ListZones zones) {
    this.zones = zones;
  }

  /**
   * Looks at a name in wire form and lower case.
   *
   * @param soaOffset where the SOA's owner stands in {@code soa}; -1 when there was none
   * @return whether it asks a known list about an item
   */
  public boolean set(byte[] qname, int offset, byte[] soa, int soaOffset) {
    octets = qname;
    nameOffset = offset;
    keyOffset = NONE;
    zoneGone = false;
    long found = zones.find(qname, offset);
    if (found < 0) {
      zone = null;
      zoneOffset = NONE;
      item.read(qname, offset, offset, 0);
      return false;
    }
    ListZone known = zones.zone(found);
    zone = known;
    zoneOffset = (int) found;
    zoneGone = isAbove(soa, soaOffset);
    readItem(known);
    return item.malformed() == Malformed.NONE;
  }

  /**
   * Looks at a name whose list was learned from traffic: four octets in front of the zone.
   *
   * @param listOffset where the list's zone starts in the name
   */
  public void setLearned(byte[] qname, int offset, int listOffset) {
    octets = qname;
    nameOffset = offset;
    keyOffset = NONE;
    zone = null;
    zoneOffset = listOffset;
    zoneGone = false;
    item.read(qname, offset, listOffset, ItemFormat.IP4.bit());
  }

  /**
   * Whether the denial came from above the list's registrable domain, so that all of it is gone.
   */
  private boolean isAbove(byte[] soa, int soaOffset) {
    if (soaOffset < 0) {
      return false;
    }
    int at = Cut.ancestorOffset(octets, zoneOffset, soa, soaOffset);
    return at != NONE && at >= PublicSuffixes.suffixOffset(octets, zoneOffset);
  }

  private void readItem(ListZone known) {
    int from = nameOffset;
    int to = zoneOffset;
    // A bare address has no key; of anything else, no key is told from a part of the item.
    boolean bare = ListItems.isIp4(octets, from, to) || ListItems.isIp6(octets, from, to);
    switch (bare || from == to ? ListZone.KeyPlace.NONE : known.key()) {
      case NONE -> {}
      case BEHIND -> {
        keyOffset = ListItems.lastLabel(octets, from, to);
        to = keyOffset;
        // What was hashed: _email, _url, _file, _cw.
        int before = ListItems.lastLabel(octets, from, to);
        to = before > from && octets[before + 1] == '_' ? before : to;
      }
      case FRONT -> {
        keyOffset = from;
        from += 1 + octets[from];
      }
    }
    item.read(octets, from, to, known.formats());
  }

  /** The list's zone; null when no list was asked, or one that was learned. */
  public @Nullable ListZone zone() {
    return zone;
  }

  /** Where the list's zone starts in the name; {@link #NONE} when no list was asked. */
  public int zoneOffset() {
    return zoneOffset;
  }

  /** What the list was asked about. */
  public ItemKind kind() {
    return item.kind();
  }

  /** Where what may be told of the item starts: behind the {@code @} of a mail address. */
  public int itemFrom() {
    return item.toldFrom();
  }

  /** Where the item ends. */
  public int itemTo() {
    return item.to();
  }

  /**
   * Writes the address that the item is.
   *
   * @param out room for 16 octets
   * @return 4 or 16 octets; 0 when it is none
   */
  public int readAddress(byte[] out) {
    return item.readAddress(out);
  }

  /** Why a name in a list's zone asks about no item. */
  public Malformed malformed() {
    return item.malformed();
  }

  /** Whether the item is one that lists keep to be tested: 127.0.0.2 (RFC 5782, section 5). */
  public boolean isTestPoint() {
    return item.isTestPoint();
  }

  /** Whether the list can answer no more: it has closed, or the domain of its zone is gone. */
  public boolean isDead() {
    return zoneGone || (zone != null && zone.closed());
  }

  /** Whether the SOA says that the domain of the list's zone is gone. */
  public boolean isZoneGone() {
    return zoneGone;
  }

  /** Appends the list's name for a person. */
  public void appendList(StringBuilder out) {
    if (zone != null) {
      out.append(zone.list());
    } else if (zoneOffset != NONE) {
      ListText.appendLabels(out, octets, zoneOffset, DnsNames.rootOffset(octets, zoneOffset));
    }
  }

  /** Appends the list's zone, without a dot at the end; nothing when no list was asked. */
  public void appendZone(StringBuilder out) {
    if (zoneOffset != NONE) {
      ListText.appendLabels(out, octets, zoneOffset, DnsNames.rootOffset(octets, zoneOffset));
    }
  }

  /** Appends the item: an address, a domain, a hash, or a mail address without its local part. */
  public void appendItem(StringBuilder out) {
    item.append(out);
  }

  /** Whether something in the name is never told: a customer's key, or a local part. */
  public boolean hasSecrets() {
    if (zone == null || nameOffset == zoneOffset) {
      return false;
    }
    return keyOffset != NONE
        || (zone.key() != ListZone.KeyPlace.NONE && item.malformed() != Malformed.NONE)
        || item.kind() == ItemKind.EMAIL;
  }

  /** Appends the name with a dot at the end, {@code *} for a key and for a local part. */
  public void appendRedactedName(StringBuilder out) {
    if (zoneOffset == NONE) {
      NameText.append(
          out, octets, nameOffset, DnsNames.rootOffset(octets, nameOffset) + 1 - nameOffset);
      return;
    }
    boolean keyed = zone != null && zone.key() != ListZone.KeyPlace.NONE;
    if (keyed && item.malformed() != Malformed.NONE) {
      // The key may be anywhere.
      out.append(nameOffset == zoneOffset ? "" : "*.");
    } else {
      appendBeside(out, nameOffset, item.from());
      item.appendLabels(out);
      out.append(item.from() < item.to() ? "." : "");
      appendBeside(out, item.to(), zoneOffset);
    }
    ListText.appendLabels(out, octets, zoneOffset, DnsNames.rootOffset(octets, zoneOffset));
    out.append('.');
  }

  /** Labels beside the item: the key, and what was hashed. */
  private void appendBeside(StringBuilder out, int from, int to) {
    for (int at = from; at < to; at += 1 + octets[at]) {
      if (at == keyOffset) {
        out.append('*');
      } else {
        ListText.appendLabels(out, octets, at, at + 1 + octets[at]);
      }
      out.append('.');
    }
  }
}
