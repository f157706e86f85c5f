package org.nxsight.analysis.cut;

import java.util.Arrays;
import java.util.Locale;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** Names of tests, between wire form and text. */
public final class Wire {
  private Wire() {}

  /** A name in wire form and lower case. */
  public static byte[] of(String name) {
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS + 1];
    int octets = NameText.parse(name.toLowerCase(Locale.ROOT), wire);
    if (octets < 0) {
      throw new IllegalArgumentException(name);
    }
    return Arrays.copyOf(wire, octets);
  }

  /** The name at an offset as text. */
  public static String text(byte[] wire, int offset) {
    StringBuilder text = new StringBuilder();
    NameText.append(text, wire, offset, wire.length - offset);
    return text.toString();
  }
}
