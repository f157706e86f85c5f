package org.nxsight.capture.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nxsight.capture.Clock;
import org.nxsight.capture.Intake;
import org.nxsight.capture.PacketHandler;
import org.nxsight.capture.Source;
import org.nxsight.capture.UnreadableCaptureException;

/**
 * The packets of interfaces as they come. All rings of all interfaces are emptied by one thread,
 * the block with the oldest packet first, so that a query that was captured by one ring is seen
 * before its response that was captured by another.
 */
public final class LiveCapture implements Source {
  private static final int WAIT_MILLIS = 50;
  private static final long LOOK_NANOS = 500_000_000L;

  /** So many blocks are taken in one poll at most: a fraction of a second's work. */
  private static final int MAX_BLOCKS = 16;

  private static final int LINKTYPE_EN10MB = 1;
  private static final int LINKTYPE_RAW = 101;
  private static final short POLLIN = 1;

  /** POLLERR, POLLHUP and POLLNVAL: the interface went down, or worse. */
  private static final int POLL_TROUBLE = 0x38;

  private final Libc libc;
  private final Clock clock;
  private final List<InterfaceCapture> interfaces = new ArrayList<>();
  private final RingBlock packets = new RingBlock();
  private final byte[] block = new byte[PacketRing.BLOCK_OCTETS];
  private final Arena arena = Arena.ofShared();
  private final MemorySegment waitedFor;
  private long nextLookNanos;
  private long octets;
  private long unreachable;

  private LiveCapture(Libc libc, Clock clock, int rings) {
    this.libc = libc;
    this.clock = clock;
    waitedFor = arena.allocate(8L * rings, 8);
    nextLookNanos = clock.monotonicNanos();
  }

  /**
   * Opens interfaces.
   *
   * @param names of them; {@code any} for all there are
   * @param notices is told in one line when an interface comes or goes
   * @throws UnreadableCaptureException when one cannot be opened
   * @throws IOException when the system fails
   */
  public static LiveCapture open(
      List<String> names, LiveOptions options, Clock clock, Consumer<String> notices)
      throws IOException {
    Libc libc = OpeningFaults.libc();
    LiveCapture capture = new LiveCapture(libc, clock, names.size() * options.rings());
    for (String name : names) {
      try {
        capture.interfaces.add(new InterfaceCapture(libc, options, name, notices));
      } catch (SystemCallException e) {
        capture.close();
        throw OpeningFaults.of(name, options, e);
      }
    }
    return capture;
  }

  @Override
  public boolean poll(Intake intake) throws SystemCallException {
    if (clock.monotonicNanos() - nextLookNanos >= 0) {
      look();
    }
    if (!takeBlocks(intake.packets()) && waitForBlocks()) {
      look();
    }
    return true;
  }

  private void look() throws SystemCallException {
    nextLookNanos = clock.monotonicNanos() + LOOK_NANOS;
    for (InterfaceCapture each : interfaces) {
      each.countDrops();
      each.look();
    }
  }

  /** Takes what is there; false when nothing was. */
  private boolean takeBlocks(PacketHandler handler) {
    for (int taken = 0; taken < MAX_BLOCKS; taken++) {
      InterfaceCapture from = null;
      PacketRing oldest = null;
      for (InterfaceCapture each : interfaces) {
        for (PacketRing ring : each.rings()) {
          if (ring.hasBlock() && (oldest == null || ring.firstNanos() < oldest.firstNanos())) {
            from = each;
            oldest = ring;
          }
        }
      }
      if (from == null || oldest == null) {
        return taken > 0;
      }
      takeBlock(oldest, from.isCooked() ? LINKTYPE_RAW : LINKTYPE_EN10MB, handler);
    }
    return true;
  }

  private void takeBlock(PacketRing ring, int linkType, PacketHandler handler) {
    int used = ring.take(block);
    octets += used;
    packets.wrap(block, used);
    while (packets.next()) {
      handler.onPacket(
          block,
          packets.packetOffset(),
          packets.capturedOctets(),
          packets.originalOctets(),
          packets.epochNanos(),
          linkType);
    }
    unreachable += packets.unreachable();
  }

  /** Waits a moment; true when an interface is in trouble. */
  private boolean waitForBlocks() throws SystemCallException {
    int count = 0;
    for (InterfaceCapture each : interfaces) {
      for (PacketRing ring : each.rings()) {
        waitedFor.set(JAVA_INT, 8L * count, ring.descriptor());
        waitedFor.set(JAVA_SHORT, 8L * count + 4, POLLIN);
        waitedFor.set(JAVA_SHORT, 8L * count + 6, (short) 0);
        count++;
      }
    }
    libc.poll(waitedFor, count, WAIT_MILLIS);
    for (int i = 0; i < count; i++) {
      if ((waitedFor.get(JAVA_SHORT, 8L * i + 6) & POLL_TROUBLE) != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void end() throws SystemCallException {
    for (InterfaceCapture each : interfaces) {
      each.end();
    }
  }

  @Override
  public String name() {
    return String.join(", ", interfaces.stream().map(InterfaceCapture::name).toList());
  }

  @Override
  public long inputOctets() {
    return octets;
  }

  @Override
  public long dropped() {
    long drops = unreachable;
    for (InterfaceCapture each : interfaces) {
      drops += each.drops();
    }
    return drops;
  }

  @Override
  public void close() throws SystemCallException {
    for (InterfaceCapture each : interfaces) {
      each.closeRings();
    }
    arena.close();
  }
}
