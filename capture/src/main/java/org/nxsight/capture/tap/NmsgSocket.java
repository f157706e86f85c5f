package org.nxsight.capture.tap;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.ContainerPayloads;
import org.nxsight.capture.Intake;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.PayloadHandler;
import org.nxsight.capture.UnreadableCaptureException;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;

/** A UDP socket that NMSG containers come to, or fragments of them, one a datagram. */
final class NmsgSocket implements ListeningTap {
  /** The datagrams of one turn. */
  private static final int MOST_DATAGRAMS = 64;

  private static final int LONGEST_DATAGRAM = 65_535;

  /** What the kernel is asked to hold while this thread does other things; it may give less. */
  private static final int KERNEL_OCTETS = 4 << 20;

  private final DatagramChannel socket;
  private final ContainerReader reader;
  private final SequenceLoss loss = new SequenceLoss();
  private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST_DATAGRAM);
  private long datagrams;
  private long octets;
  private long failures;

  private NmsgSocket(DatagramChannel socket, ContainerReader reader) {
    this.socket = socket;
    this.reader = reader;
  }

  /**
   * Opens a socket; a multicast address is joined on every interface that can.
   *
   * @param reader that all sockets of one thread share, with what it holds of fragments
   */
  static NmsgSocket open(InetSocketAddress address, ContainerReader reader, Selector selector)
      throws IOException {
    try {
      DatagramChannel channel =
          DatagramChannel.open(
              address.getAddress() instanceof Inet6Address
                  ? StandardProtocolFamily.INET6
                  : StandardProtocolFamily.INET);
      try {
        return open(channel, address, reader, selector);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | UnsupportedOperationException e) { // the latter: no IPv6 here
      throw new UnreadableCaptureException(
          "udp:"
              + address.getAddress().getHostAddress()
              + "/"
              + address.getPort()
              + ": cannot be listened on ("
              + ListeningSocket.reason(e)
              + ")",
          true);
    }
  }

  private static NmsgSocket open(
      DatagramChannel channel, InetSocketAddress address, ContainerReader reader, Selector selector)
      throws IOException {
    NmsgSocket socket = new NmsgSocket(channel, reader);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_OCTETS);
    if (address.getAddress().isMulticastAddress()) {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    }
    channel.bind(address);
    if (address.getAddress().isMulticastAddress()) {
      join(channel, address.getAddress());
    }
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, socket);
    return socket;
  }

  private static void join(DatagramChannel channel, InetAddress group) throws IOException {
    int joined = 0;
    List<NetworkInterface> interfaces = NetworkInterface.networkInterfaces().toList();
    for (NetworkInterface each : interfaces) {
      if (each.isUp() && (each.supportsMulticast() || each.isLoopback())) {
        try {
          channel.join(group, each);
          joined++;
        } catch (IOException e) {
          // without an address of this family, say: another interface may do
        }
      }
    }
    if (joined == 0) {
      throw new IOException("no interface can join the multicast group");
    }
  }

  /** The address, its port the one in use. */
  SocketAddress localAddress() throws IOException {
    return socket.getLocalAddress();
  }

  @Override
  public void onReady(Intake intake) {
    for (int i = 0; i < MOST_DATAGRAMS; i++) {
      SocketAddress sender = receive();
      if (sender == null) {
        return;
      }
      datagrams++;
      octets += buffer.position();
      take(sender, intake.payloads());
    }
  }

  private @Nullable SocketAddress receive() {
    try {
      return socket.receive(buffer.clear());
    } catch (IOException e) {
      failures++; // an ICMP error that came back, say; the socket stays good
      return null;
    }
  }

  private void take(SocketAddress sender, PayloadHandler handler) {
    ContainerState state = reader.open(buffer.array(), 0, buffer.position());
    if (state.isMalformed()) {
      handler.onLeftOut(LeftOut.NMSG_MALFORMED_CONTAINER, buffer.position());
    } else if (state == ContainerState.READABLE) {
      if (reader.hasSequence()) {
        loss.onContainer(sender, reader.sequenceId(), reader.sequence());
      }
      ContainerPayloads.handOn(reader, handler);
    }
  }

  @Override
  public long inputOctets() {
    return octets;
  }

  @Override
  public Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("nmsg_datagrams", datagrams);
    counters.put("nmsg_receive_failures", failures);
    loss.addTo(counters);
    return counters;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
