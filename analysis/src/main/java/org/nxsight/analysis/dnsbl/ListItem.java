package org.nxsight.analysis.dnsbl;

/** A view of what stands in front of a list's zone: the thing that the list was asked about. */
final class ListItem {
  private static final int HASHES =
      ItemFormat.SHA1.bit() | ItemFormat.MD5.bit() | ItemFormat.BASE32.bit();
  private static final int ADDRESSES = ItemFormat.IP4.bit() | ItemFormat.IP6.bit();

  private byte[] octets = {0};
  private int from;
  private int to;
  private ItemKind kind = ItemKind.DOMAIN;
  private Malformed malformed = Malformed.NO_ITEM;

  /** Reads a run of labels in front of a zone that takes these formats. */
  void read(byte[] labels, int start, int end, int formats) {
    octets = labels;
    from = start;
    to = end;
    malformed = from >= to ? Malformed.NO_ITEM : malformed(formats);
  }

  private Malformed malformed(int formats) {
    if (ListItems.atSign(octets, from, to) >= 0) {
      kind = ItemKind.EMAIL;
      return Malformed.NONE;
    }
    // A domain list takes addresses as well: of URIs without a name.
    Malformed ofAddress = (formats & HASHES) == formats ? Malformed.NOT_A_HASH : Malformed.NONE;
    if (ListItems.isIp4(octets, from, to)) {
      kind = ItemKind.IP4;
      return ofAddress;
    }
    if (ListItems.isIp6(octets, from, to)) {
      kind = ItemKind.IP6;
      return ofAddress;
    }
    kind = ItemKind.DOMAIN;
    int last = ListItems.lastLabel(octets, from, to);
    if (last == from && (ListItems.hashFormats(octets, from) & formats) != 0) {
      kind = ItemKind.HASH;
      return Malformed.NONE;
    }
    if ((formats & HASHES) == formats) {
      return Malformed.NOT_A_HASH;
    }
    if (ListItems.decimalOctet(octets, last) >= 0) {
      return Malformed.NOT_FOUR_OCTETS;
    }
    if ((formats & ItemFormat.DOMAIN.bit()) != 0) {
      return last > from || isTestDomain() ? Malformed.NONE : Malformed.SINGLE_LABEL;
    }
    return (formats & ADDRESSES) == 0 ? Malformed.NOT_A_HASH : Malformed.NOT_AN_ADDRESS;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  ItemKind kind() {
    return kind;
  }

  Malformed malformed() {
    return malformed;
  }

  /** Behind the {@code @} of a mail address, and where any other item starts. */
  int toldFrom() {
    return kind == ItemKind.EMAIL ? ListItems.atSign(octets, from, to) + 1 : from;
  }

  /** Writes the address that it is, and returns its octets; 0 when it is none. */
  int readAddress(byte[] out) {
    if (malformed != Malformed.NONE) {
      return 0;
    }
    return switch (kind) {
      case IP4 -> {
        int at = from;
        for (int i = ListItems.IP4_LABELS - 1; i >= 0; i--) {
          out[i] = (byte) ListItems.decimalOctet(octets, at);
          at += 1 + octets[at];
        }
        yield ListItems.IP4_LABELS;
      }
      case IP6 -> {
        for (int i = 0; i < ListItems.IP6_LABELS / 2; i++) {
          int low = ListItems.hexDigit(octets[to - 4 * i - 3]);
          int high = ListItems.hexDigit(octets[to - 4 * i - 1]);
          out[i] = (byte) (high << 4 | low);
        }
        yield ListItems.IP6_LABELS / 2;
      }
      case DOMAIN, HASH, EMAIL -> 0;
    };
  }

  boolean isTestPoint() {
    return malformed == Malformed.NONE
        && switch (kind) {
          case IP4 -> isTestAddress();
          case DOMAIN -> isTestDomain();
          case IP6, HASH, EMAIL -> false;
        };
  }

  /** 127.0.0.2, RFC 5782, section 5. */
  private boolean isTestAddress() {
    return to - from == 10
        && octets[from + 1] == '2'
        && octets[from + 3] == '0'
        && octets[from + 5] == '0'
        && ListItems.decimalOctet(octets, from + 6) == 127;
  }

  /** {@code test} and {@code invalid}, RFC 5782, section 5. */
  private boolean isTestDomain() {
    return is("test") || is("invalid");
  }

  private boolean is(String label) {
    boolean same = to - from == 1 + label.length();
    for (int i = 0; same && i < label.length(); i++) {
      same = octets[from + 1 + i] == label.charAt(i);
    }
    return same;
  }

  /** Appends it as a person writes it. */
  void append(StringBuilder out) {
    switch (kind) {
      case IP4 -> ListText.appendIp4(out, octets, from);
      case IP6 -> ListText.appendIp6(out, octets, from);
      case DOMAIN, HASH -> ListText.appendLabels(out, octets, from, to);
      case EMAIL -> ListText.appendRedactedMail(out, octets, from, to);
    }
  }

  /** Appends its labels as they stand, but for the local part of a mail address. */
  void appendLabels(StringBuilder out) {
    if (kind == ItemKind.EMAIL && malformed == Malformed.NONE) {
      ListText.appendRedactedMail(out, octets, from, to);
    } else {
      ListText.appendLabels(out, octets, from, to);
    }
  }
}
