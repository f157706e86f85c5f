package org.nxsight.app;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A channel and the address its containers are sent to.
 *
 * @param channel {@code ch204}, {@code ch220} or {@code ch221}
 * @param address of the receiver
 */
record Publication(String channel, InetSocketAddress address) {
  private static final Pattern FORM =
      Pattern.compile("(ch204|ch220|ch221)=udp:\\[?(.+?)\\]?/(\\d{1,5})");

  /** Reads {@code ch221=udp:127.0.0.1/8430}. */
  static Publication parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65_535) {
      throw new IllegalArgumentException(
          "'" + Printable.of(text) + "' is not of the form ch221=udp:ADDRESS/PORT");
    }
    InetSocketAddress address =
        new InetSocketAddress(matcher.group(2), Integer.parseInt(matcher.group(3)));
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          "'" + Printable.of(matcher.group(2)) + "' is no address that can be sent to");
    }
    return new Publication(matcher.group(1), address);
  }
}
