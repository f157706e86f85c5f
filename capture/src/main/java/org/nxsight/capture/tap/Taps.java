package org.nxsight.capture.tap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nxsight.capture.Intake;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.Source;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.FragmentAssembler;

/**
 * All sockets on which others report, served by one thread: each that is ready gets a turn, and no
 * one waits for another's rest of a message.
 */
public final class Taps implements Source {
  private static final long WAIT_MILLIS = 100;

  /** Turns in one poll, so that another source that waits in its own poll slows nobody here. */
  private static final int MOST_TURNS = 64;

  private final Selector selector;
  private final List<ListeningTap> listening = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final FragmentAssembler fragments = new FragmentAssembler();
  private final ContainerReader containers = new ContainerReader(fragments);
  private long incompleteTold;
  private boolean ended;

  private Taps(Selector selector) {
    this.selector = selector;
  }

  /** No sockets yet. */
  public static Taps open() throws IOException {
    return new Taps(Selector.open());
  }

  /**
   * Lets resolvers report by dnstap.
   *
   * @param address of a Unix or a TCP socket
   * @return the address, its port the one in use
   * @throws org.nxsight.capture.UnreadableCaptureException when it cannot be had; the message says
   *     why
   */
  public SocketAddress listenForDnstap(SocketAddress address) throws IOException {
    DnstapListener listener = DnstapListener.open(address, selector);
    listening.add(listener);
    names.add("dnstap " + listener.localAddress());
    return listener.localAddress();
  }

  /**
   * Takes NMSG containers that come by UDP.
   *
   * @param address of this machine, or of a multicast group
   * @return the address, its port the one in use
   * @throws org.nxsight.capture.UnreadableCaptureException when it cannot be had; the message says
   *     why
   */
  public SocketAddress listenForNmsg(InetSocketAddress address) throws IOException {
    NmsgSocket socket = NmsgSocket.open(address, containers, selector);
    listening.add(socket);
    names.add("nmsg " + socket.localAddress());
    return socket.localAddress();
  }

  @Override
  public boolean poll(Intake intake) throws IOException {
    int ready =
        ended
            ? selector.selectNow(key -> onReady(key, intake))
            : selector.select(key -> onReady(key, intake), WAIT_MILLIS);
    for (int turn = 1; ready > 0 && turn < MOST_TURNS; turn++) {
      ready = selector.selectNow(key -> onReady(key, intake));
    }
    countIncomplete(fragments.evicted() + (ended ? fragments.incomplete() : 0), intake);
    return !ended;
  }

  /**
   * What the system holds for the sockets is less than the turns of one more poll take; what
   * somebody goes on sending is not waited for.
   */
  @Override
  public void end() {
    ended = true;
  }

  private void countIncomplete(long incomplete, Intake intake) {
    for (; incompleteTold < incomplete; incompleteTold++) {
      intake.payloads().onLeftOut(LeftOut.NMSG_INCOMPLETE_CONTAINER, 0);
    }
  }

  private static void onReady(SelectionKey key, Intake intake) {
    if (key.attachment() instanceof Tap tap) {
      tap.onReady(intake);
    }
  }

  @Override
  public String name() {
    return String.join(", ", names);
  }

  @Override
  public long inputOctets() {
    return listening.stream().mapToLong(ListeningTap::inputOctets).sum();
  }

  @Override
  public Map<String, Long> counters() {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (ListeningTap tap : listening) {
      tap.counters().forEach((name, count) -> sums.merge(name, count, Long::sum));
    }
    return sums;
  }

  @Override
  public void close() throws IOException {
    for (ListeningTap tap : listening) {
      tap.close();
    }
    selector.close();
  }
}
