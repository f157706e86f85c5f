package org.nxsight.channels.answers;

import java.util.Arrays;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * A domain name, uncompressed and in lower case.
 *
 * @param wire the name in wire form, its root label included (RFC 1035, section 3.1)
 */
public record Name(Octets wire) implements Comparable<Name> {
  /** The root. */
  public static final Name ROOT = new Name(Octets.owning(new byte[1]));

  /** The well-formed, uncompressed name in {@code bytes[offset, offset + octets)}. */
  public static Name of(byte[] bytes, int offset, int octets) {
    byte[] wire = Arrays.copyOfRange(bytes, offset, offset + octets);
    DnsNames.lowerCase(wire, 0, octets);
    return new Name(Octets.owning(wire));
  }

  /** Whether this is the root. */
  public boolean isRoot() {
    return wire.length() == 1;
  }

  /** The name without its first label; the root has none. */
  public Name parent() {
    if (isRoot()) {
      throw new IllegalStateException("the root has no parent");
    }
    int label = 1 + wire.bytes()[0];
    return new Name(Octets.copyOf(wire.bytes(), label, wire.length() - label));
  }

  /** The name from the label that starts at an offset of the wire form. */
  Name from(int offset) {
    return offset == 0
        ? this
        : new Name(Octets.copyOf(wire.bytes(), offset, wire.length() - offset));
  }

  /** Whether this is the root or a name of one label. */
  boolean isTopLevel() {
    return isRoot() || wire.length() == 2 + wire.bytes()[0];
  }

  /** The octets of the top-level name at its end, the root label included; 1 for the root. */
  int topLevelOctets() {
    byte[] bytes = wire.bytes();
    int last = bytes.length - 1;
    for (int at = 0; bytes[at] != 0; at += 1 + bytes[at]) {
      last = at;
    }
    return bytes.length - last;
  }

  @Override
  public int compareTo(Name other) {
    return wire.compareTo(other.wire);
  }

  /** Whether this is the zone's name or stands below it. */
  public boolean isWithin(Name zone) {
    byte[] mine = wire.bytes();
    byte[] theirs = zone.wire.bytes();
    int at = 0;
    while (mine.length - at > theirs.length) {
      at += 1 + mine[at];
    }
    return Arrays.equals(mine, at, mine.length, theirs, 0, theirs.length);
  }

  /** The name as text, with a dot at its end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  /** Appends that text. */
  public void append(StringBuilder text) {
    NameText.append(text, wire.bytes(), 0, wire.length());
  }
}
