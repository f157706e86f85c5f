package org.nxsight.capture.tap;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.nxsight.capture.UnreadableCaptureException;

/**
 * A socket that resolvers connect to, TCP or Unix. The file of a Unix socket that nobody listens on
 * any more is replaced, and anything else in its place is left alone.
 */
final class ListeningSocket {
  /** Whoever can write to it can report what never happened: owner and group. */
  private static final String PERMISSIONS = "rw-rw----";

  // The file type in st_mode, and a socket's (inode(7)).
  private static final int FILE_TYPE = 0170000;
  private static final int SOCKET = 0140000;

  private ListeningSocket() {}

  /**
   * Opens it, non-blocking.
   *
   * @throws UnreadableCaptureException when it cannot be had; the message says why
   */
  static ServerSocketChannel open(SocketAddress address) throws IOException {
    return address instanceof UnixDomainSocketAddress unix
        ? openUnix(unix)
        : openTcp((InetSocketAddress) address);
  }

  private static ServerSocketChannel openTcp(InetSocketAddress address) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    bind(socket, address, "tcp:" + address.getAddress().getHostAddress() + ":" + address.getPort());
    return socket;
  }

  private static ServerSocketChannel openUnix(UnixDomainSocketAddress address) throws IOException {
    Path path = address.getPath();
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      removeStale(address);
    }
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    bind(socket, address, "unix:" + path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(PERMISSIONS));
    return socket;
  }

  private static void removeStale(UnixDomainSocketAddress address) throws IOException {
    Path path = address.getPath();
    int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    if ((mode & FILE_TYPE) != SOCKET) {
      throw new UnreadableCaptureException(
          "unix:" + path + ": there is a file that is no socket; name another path", true);
    }
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.connect(address);
    } catch (ConnectException nobodyListens) {
      Files.delete(path);
      return;
    }
    throw new UnreadableCaptureException(
        "unix:" + path + ": somebody listens there already; end it or name another path", true);
  }

  private static void bind(ServerSocketChannel socket, SocketAddress address, String name)
      throws IOException {
    try {
      socket.bind(address);
      socket.configureBlocking(false);
    } catch (IOException | UnsupportedAddressTypeException e) { // the latter: no IPv6 here
      socket.close();
      throw new UnreadableCaptureException(
          name + ": cannot be listened on (" + reason(e) + ")", true);
    }
  }

  /** Why, for a person; Java gives no words for an address family that the system lacks. */
  static String reason(Exception e) {
    return e.getMessage() == null
        ? "the system does not speak this kind of address"
        : e.getMessage();
  }
}
