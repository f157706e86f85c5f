package org.nxsight.app;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The addresses that NMSG is received on, as {@code udp:ADDR/PORT} or {@code udp:ADDR/LOW..HIGH}.
 */
final class NmsgAddress {
  private static final Pattern FORM =
      Pattern.compile("udp:\\[?(.+?)\\]?/(\\d{1,5})(?:\\.\\.(\\d{1,5}))?");

  /** Sockets of one range; each takes 4 MiB of the kernel's memory at most. */
  private static final int MOST_PORTS = 64;

  private NmsgAddress() {}

  /** Reads addresses; what is none is told by an {@link IllegalArgumentException}. */
  static List<InetSocketAddress> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + Printable.of(text) + "' is not of the form udp:ADDR/PORT or udp:ADDR/PORT..PORT");
    }
    int low = Integer.parseInt(matcher.group(2));
    int high = matcher.group(3) == null ? low : Integer.parseInt(matcher.group(3));
    if (low < 1 || high > 65_535 || high < low || high - low >= MOST_PORTS) {
      throw new IllegalArgumentException(
          "'" + Printable.of(text) + "': ports are 1..65535, at most " + MOST_PORTS + " at once");
    }
    String host = matcher.group(1);
    if (new InetSocketAddress(host, low).isUnresolved()) {
      throw new IllegalArgumentException(
          "'" + Printable.of(host) + "' is no address that can be listened on");
    }
    return IntStream.rangeClosed(low, high)
        .mapToObj(port -> new InetSocketAddress(host, port))
        .toList();
  }
}
