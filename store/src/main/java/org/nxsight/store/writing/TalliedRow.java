package org.nxsight.store.writing;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.store.Dimension;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.ip.Addresses;

/** One row of counted failures, looked at for the keys that it is counted under. It is reused. */
final class TalliedRow {
  private static final int NXDOMAIN = 3;
  private static final int REFUSED = 5;
  private static final int SERVER_OCTETS = 16;

  /** Labels of an IPv4 address in front of a list's zone. */
  private static final int ADDRESS_LABELS = 4;

  private final long salt;
  private final Cut cut = new Cut();
  private final ListQuery list = new ListQuery(ListZones.known());
  private final StringBuilder text = new StringBuilder();
  private byte[] block = new byte[0];
  private int key;
  private int qname;
  private int qnameOctets;
  private int cutFrom;
  private int cutOctets;
  private boolean flood;
  private @Nullable Cause cause;

  TalliedRow(long salt) {
    this.salt = salt;
  }

  /** Looks at a row. */
  void set(FailureTable table, int entry) {
    block = table.block(entry);
    key = table.offset(entry) + FailureTable.KEY;
    qname = key + FailureKey.QNAME;
    qnameOctets = Bytes.u8(block, key + FailureKey.QNAME_OCTETS);
    flood = Bytes.u8(block, key + FailureKey.KIND) == FailureKey.FLOOD;
    cause = table.cause(entry);
    int soa = qname + qnameOctets;
    int soaOctets = Bytes.u8(block, key + FailureKey.SOA_OCTETS);
    cut.set(block, qname, block, soaOctets == 0 ? -1 : soa);
    cutFrom = flood ? FailureKey.cutOffset(block, key) : cut.cutOffset();
    cutOctets = cutFrom < 0 ? 0 : soa - cutFrom;
  }

  boolean isFlood() {
    return flood;
  }

  @Nullable Cause cause() {
    return cause;
  }

  String rcode() {
    return Rcodes.text(rcodeNumber());
  }

  private int rcodeNumber() {
    return Bytes.u16(block, key + FailureKey.RCODE);
  }

  String qtype() {
    return RecordTypes.text(Bytes.u16(block, key + FailureKey.QTYPE));
  }

  /** How much is missing; null of a flood. */
  @Nullable String scope() {
    return flood ? null : cut.scope().name();
  }

  /** A hash of the name. */
  long nameHash() {
    return Mixing.hash(block, qname, qnameOctets, salt);
  }

  /** The name as in the dataset of failures. */
  String name() {
    text.setLength(0);
    appendName();
    return text.toString();
  }

  private void appendName() {
    if (flood) {
      text.append(qnameOctets > 1 ? "*." : "*");
    }
    NameText.append(text, block, qname, qnameOctets);
  }

  /** The zone of the list that was asked; null when none was. */
  @Nullable String list() {
    if (flood || !mayAskList()) {
      return null;
    }
    list.set(block, qname, block, -1);
    if (list.zone() == null) {
      int zone = behindAddress();
      if (zone < 0 || cause == null) {
        return null;
      }
      list.setLearned(block, qname, zone);
    }
    text.setLength(0);
    list.appendZone(text);
    return text.isEmpty() ? null : text.toString();
  }

  private boolean mayAskList() {
    return cause == null
        || cause == Cause.DNSBL_NOT_LISTED
        || cause == Cause.DNSBL_HASH
        || cause == Cause.DNSBL_DEAD_LIST
        || cause == Cause.QUOTA_REFUSED
        || rcodeNumber() != NXDOMAIN;
  }

  private int behindAddress() {
    if (cause != Cause.DNSBL_NOT_LISTED && cause != Cause.QUOTA_REFUSED) {
      return -1;
    }
    int at = qname;
    for (int i = 0; i < ADDRESS_LABELS && block[at] != 0; i++) {
      at += 1 + block[at];
    }
    return block[at] == 0 ? -1 : at;
  }

  /** How a list that was asked failed; null when it denied, which is its answer. */
  @Nullable Dimension listTrouble() {
    return switch (rcodeNumber()) {
      case NXDOMAIN -> null;
      case REFUSED -> Dimension.LIST_REFUSED;
      default -> Dimension.LIST_FAILED;
    };
  }

  /** Whether it has a key of one of those dimensions of which the greatest are kept. */
  boolean has(Dimension dimension) {
    return switch (dimension) {
      case NAME, TLD -> true;
      case ZONE -> cutOctets > 0;
      case DOMAIN -> cut.registrableOffset() >= 0;
      case SERVER -> Bytes.u8(block, key + FailureKey.SERVER_OCTETS) > 0;
      case TYPO -> cause == Cause.TYPO && !flood;
      case HEALTH -> cause != null && !cause.isOfMissingName();
      default -> false;
    };
  }

  /** A hash of the key that it has. */
  long hash(Dimension dimension) {
    return switch (dimension) {
      case ZONE -> Mixing.hash(block, cutFrom, cutOctets, salt);
      case DOMAIN -> suffixHash(cut.registrableOffset());
      case TLD -> suffixHash(topLevel());
      case SERVER -> serverHash();
      case NAME -> nameHash() + (flood ? 1 : 0);
      case TYPO -> Mixing.mix(nameHash(), Bytes.u16(block, key + FailureKey.QTYPE) + Mixing.B);
      case HEALTH ->
          Mixing.mix(
              suffixHash(domain()) ^ Mixing.A,
              serverHash() ^ rcodeNumber() ^ ((long) (cause == null ? 0 : cause.ordinal()) << 32));
      default -> throw new IllegalArgumentException(dimension + " keeps all keys");
    };
  }

  private long suffixHash(int from) {
    return Mixing.hash(block, from, qname + qnameOctets - from, salt);
  }

  private long serverHash() {
    return Mixing.hash(block, key + FailureKey.SERVER, SERVER_OCTETS, salt);
  }

  /** The registrable domain, or the whole name when there is none. */
  private int domain() {
    return cut.registrableOffset() < 0 ? qname : cut.registrableOffset();
  }

  private int topLevel() {
    int last = qname;
    for (int at = qname; block[at] != 0; at += 1 + block[at]) {
      last = at;
    }
    return last;
  }

  /** The key that it has. */
  String key(Dimension dimension) {
    text.setLength(0);
    switch (dimension) {
      case ZONE -> NameText.append(text, block, cutFrom, cutOctets);
      case DOMAIN -> appendSuffix(cut.registrableOffset());
      case TLD -> appendSuffix(topLevel());
      case SERVER -> appendServer();
      case NAME -> appendName();
      case TYPO -> {
        appendName();
        text.append(' ').append(qtype());
      }
      case HEALTH -> {
        appendSuffix(domain());
        text.append(' ');
        appendServer();
        text.append(' ').append(cause).append(' ').append(rcode());
      }
      default -> throw new IllegalArgumentException(dimension + " keeps all keys");
    }
    return text.toString();
  }

  private void appendSuffix(int from) {
    NameText.append(text, block, from, qname + qnameOctets - from);
  }

  private void appendServer() {
    int octets = Bytes.u8(block, key + FailureKey.SERVER_OCTETS);
    if (octets == 0) {
      text.append('-');
    } else {
      Addresses.append(text, block, key + FailureKey.SERVER, octets);
    }
  }
}
