package org.nxsight.analysis.dnsbl;

import java.util.Locale;

/** What a list was asked about. */
public enum ItemKind {
  /** An IPv4 address. */
  IP4,
  /** An IPv6 address. */
  IP6,
  /** A domain. */
  DOMAIN,
  /** A hash of something. */
  HASH,
  /** A mail address. */
  EMAIL;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name that it has in output: {@code ip4}. */
  public String text() {
    return text;
  }
}
