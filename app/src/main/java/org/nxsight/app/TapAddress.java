package org.nxsight.app;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a dnstap socket, as {@code unix:PATH} or {@code tcp:HOST:PORT}. */
final class TapAddress {
  private static final Pattern UNIX = Pattern.compile("unix:(.+)");
  private static final Pattern TCP = Pattern.compile("tcp:\\[?(.+?)\\]?:(\\d{1,5})");

  private TapAddress() {}

  /** Reads an address; one that is none is told by an {@link IllegalArgumentException}. */
  static SocketAddress parse(String text) {
    Matcher unix = UNIX.matcher(text);
    if (unix.matches()) {
      return UnixDomainSocketAddress.of(Path.of(unix.group(1)));
    }
    Matcher tcp = TCP.matcher(text);
    if (!tcp.matches() || Integer.parseInt(tcp.group(2)) > 65_535) {
      throw new IllegalArgumentException(
          "'" + Printable.of(text) + "' is not of the form unix:PATH or tcp:HOST:PORT");
    }
    InetSocketAddress address = new InetSocketAddress(tcp.group(1), Integer.parseInt(tcp.group(2)));
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          "'" + Printable.of(tcp.group(1)) + "' is no address that can be listened on");
    }
    return address;
  }
}
