package org.nxsight.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.nxsight.wire.nmsg.ContainerFragments;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.NmsgPayload;

/**
 * A channel as NMSG containers in UDP datagrams, numbered so that a receiver can tell what it lost.
 * A container that is too long for one datagram goes in fragments. Nobody waits for a receiver:
 * what the network loses is lost.
 */
final class UdpDestination implements Destination {
  /** What nmsgtool sends on networks with jumbo frames, and the field's examples use. */
  private static final int CONTAINER_OCTETS = 8192;

  /** A container that has waited this long on record time goes, however little is in it. */
  private static final long MAX_WAIT_NANOS = 500_000_000L;

  private final DatagramChannel socket;
  private final ContainerWriter container = new ContainerWriter(CONTAINER_OCTETS);
  private final ContainerFragments fragments = new ContainerFragments(CONTAINER_OCTETS);
  private final byte[] datagram = new byte[CONTAINER_OCTETS];
  private int fragmentId;
  private long firstNanos;
  private long refused;

  UdpDestination(InetSocketAddress address, long sequenceId) throws IOException {
    socket = DatagramChannel.open();
    socket.connect(address);
    container.setSequence(sequenceId);
    fragmentId = (int) sequenceId;
  }

  @Override
  public void put(long epochNanos, NmsgPayload payload) throws IOException {
    if (container.payloads() > 0 && epochNanos - firstNanos > MAX_WAIT_NANOS) {
      flush();
    }
    int octets = payload.encodedOctets();
    int at = container.open(payload.vendor(), payload.messageType(), epochNanos, 0, octets);
    if (at < 0) {
      flush();
      at = container.open(payload.vendor(), payload.messageType(), epochNanos, 0, octets);
    }
    if (container.payloads() == 0) {
      firstNanos = epochNanos;
    }
    payload.encode(container.buffer(), at);
    container.close();
  }

  @Override
  public void onTime(long reachedNanos) throws IOException {
    if (container.payloads() > 0 && reachedNanos - firstNanos > MAX_WAIT_NANOS) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (container.payloads() == 0) {
      return;
    }
    int length = container.finish();
    send(container.buffer(), container.start(), length);
    container.reset();
  }

  private void send(byte[] bytes, int offset, int length) throws IOException {
    if (length <= CONTAINER_OCTETS) {
      sendDatagram(bytes, offset, length);
      return;
    }
    fragments.wrap(bytes, offset, length, fragmentId++);
    for (int i = 0; i < fragments.count(); i++) {
      sendDatagram(datagram, 0, fragments.write(i, datagram, 0));
    }
  }

  /** A receiver on this machine that is not there makes the send fail; that is its affair. */
  private void sendDatagram(byte[] bytes, int offset, int length) throws IOException {
    try {
      socket.write(ByteBuffer.wrap(bytes, offset, length));
    } catch (PortUnreachableException e) {
      refused++;
    }
  }

  /** The datagrams that nobody was there to receive. */
  long refused() {
    return refused;
  }

  @Override
  public void cut() throws IOException {
    flush();
  }

  @Override
  public void close() throws IOException {
    flush();
    socket.close();
  }

  @Override
  public void abort() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
