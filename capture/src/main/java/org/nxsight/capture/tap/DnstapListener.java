package org.nxsight.capture.tap;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.FrameHandler;
import org.nxsight.capture.FrameStream;
import org.nxsight.capture.Intake;

/** A socket that resolvers connect to, to report by dnstap. They may come and go as they like. */
final class DnstapListener implements ListeningTap {
  /** Resolvers at once. Each may keep 128 KiB here, which makes 32 MiB. */
  static final int MOST_CONNECTIONS = 256;

  private final SocketAddress address;
  private final ServerSocketChannel socket;
  private final Selector selector;
  private final Set<DnstapConnection> connections = new LinkedHashSet<>();
  private long accepted;
  private long refused;
  private long vanished;
  private long broken;
  private long otherContent;
  private long octetsOfEnded;

  private DnstapListener(SocketAddress address, ServerSocketChannel socket, Selector selector) {
    this.address = address;
    this.socket = socket;
    this.selector = selector;
  }

  static DnstapListener open(SocketAddress address, Selector selector) throws IOException {
    ServerSocketChannel socket = ListeningSocket.open(address);
    DnstapListener listener = new DnstapListener(address, socket, selector);
    socket.register(selector, SelectionKey.OP_ACCEPT, listener);
    return listener;
  }

  /** The address, its port the one in use. */
  SocketAddress localAddress() throws IOException {
    return socket.getLocalAddress();
  }

  @Override
  public void onReady(Intake intake) {
    try {
      SocketChannel channel = socket.accept();
      if (channel != null) {
        accepted++;
        accept(channel, intake.frames());
      }
    } catch (IOException e) {
      refused++; // it is gone already, or there are no more file descriptors
    }
  }

  private void accept(SocketChannel channel, FrameHandler handler) throws IOException {
    if (connections.size() == MOST_CONNECTIONS && !makeRoom(handler)) {
      refused++;
      channel.close();
      return;
    }
    channel.configureBlocking(false);
    if (!(address instanceof UnixDomainSocketAddress)) {
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    DnstapConnection connection = new DnstapConnection(this, channel, key);
    key.attach(connection);
    connections.add(connection);
  }

  /** Ends the oldest connection whose stream has not begun; false when there is none. */
  private boolean makeRoom(FrameHandler handler) {
    @Nullable DnstapConnection idle = null;
    for (DnstapConnection connection : connections) {
      if (idle == null && connection.state() == FrameStream.State.BEGINNING) {
        idle = connection;
      }
    }
    if (idle == null) {
      return false;
    }
    idle.end(handler);
    return true;
  }

  /** Counts how a connection has ended, and forgets it. */
  void onEnd(DnstapConnection connection) {
    switch (connection.state()) {
      case BEGINNING, STREAMING -> vanished++;
      case STOPPED -> {}
      case OTHER_CONTENT -> otherContent++;
      case BROKEN -> broken++;
    }
    octetsOfEnded += connection.octets();
    connections.remove(connection);
  }

  @Override
  public long inputOctets() {
    return octetsOfEnded + connections.stream().mapToLong(DnstapConnection::octets).sum();
  }

  @Override
  public Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("dnstap_connections", accepted);
    counters.put("dnstap_connections_refused", refused);
    counters.put("dnstap_connections_vanished", vanished);
    counters.put("dnstap_connections_broken", broken);
    counters.put("dnstap_connections_of_other_content", otherContent);
    return counters;
  }

  @Override
  public void close() throws IOException {
    connections.forEach(DnstapConnection::close);
    socket.close();
    if (address instanceof UnixDomainSocketAddress unix) {
      Files.deleteIfExists(unix.getPath());
    }
  }
}
