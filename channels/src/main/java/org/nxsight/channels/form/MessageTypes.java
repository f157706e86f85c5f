package org.nxsight.channels.form;

import org.jspecify.annotations.Nullable;

/**
 * The names of NMSG vendors and message types (farsightsec/nmsg, nmsg/base/defs.h;
 * farsightsec/sie-nmsg, defs.h). A number without a name here may still be one somewhere else.
 */
public final class MessageTypes {
  /** What nmsgtool prints for a number it has no name for. */
  static final String UNKNOWN = "(unknown)";

  private static final @Nullable String[] BASE = {
    null,
    "ncap",
    "email",
    "linkpair",
    "http",
    "ipconn",
    "logline",
    "dns",
    "pkt",
    "dnsqr",
    "xml",
    "encode",
    "packet",
    "dnstap",
    "dnsobs"
  };
  private static final @Nullable String[] SIE = {
    null, "dnsdedupe", "reputation", "qr", "delay", "newdomain", "dnsnx"
  };

  private MessageTypes() {}

  /**
   * Both names as nmsgtool takes them, such as {@code SIE:dnsnx}, or the numbers of one unknown.
   */
  public static String name(int vendor, int type) {
    String vendorName = vendorName(vendor);
    String typeName = typeName(vendor, type);
    return typeName.equals(UNKNOWN)
        ? Integer.toUnsignedString(vendor) + ":" + Integer.toUnsignedString(type)
        : vendorName + ":" + typeName;
  }

  /** The vendor's name, or {@link #UNKNOWN}. */
  static String vendorName(int vendor) {
    return switch (vendor) {
      case 1 -> "base";
      case 2 -> "SIE";
      default -> UNKNOWN;
    };
  }

  /** The name of the vendor's type, or {@link #UNKNOWN}. */
  static String typeName(int vendor, int type) {
    return switch (vendor) {
      case 1 -> nameAt(BASE, type, UNKNOWN);
      case 2 -> nameAt(SIE, type, UNKNOWN);
      default -> UNKNOWN;
    };
  }

  private static String nameAt(@Nullable String[] names, int number, String otherwise) {
    String name = number >= 0 && number < names.length ? names[number] : null;
    return name == null ? otherwise : name;
  }
}
