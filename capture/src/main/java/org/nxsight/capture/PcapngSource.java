package org.nxsight.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.wire.pcap.PcapngBlock;
import org.nxsight.wire.pcap.PcapngInterface;

/**
 * The packets of one pcapng capture, of all its sections and interfaces, read in large pieces: a
 * packet is looked at where it was read to. Blocks that hold neither packets nor interfaces are
 * passed over, however long they are.
 */
final class PcapngSource extends FileSource {
  /** A piece: large enough that a read costs little, small enough to stay in the cache. */
  private static final int BUFFER_OCTETS = 512 << 10;

  /** The longest block that is needed whole: the longest packet and as much again of options. */
  private static final int MAX_BLOCK_OCTETS = BUFFER_OCTETS;

  /** The interfaces of a section; the most that an obsolete packet block can name. */
  private static final int MAX_INTERFACES = 1 << 16;

  /** The link type of a packet whose interface the capture does not describe: none. */
  private static final int NO_LINK_TYPE = -1;

  private static final int READABLE_MAJOR_VERSION = 1;

  private final byte[] buffer = new byte[BUFFER_OCTETS];
  private final PcapngBlock block = new PcapngBlock();
  private final List<PcapngInterface> interfaces = new ArrayList<>();
  private int limit;
  private long octetsToPassOver;
  private boolean trailerIsNext;
  private long packets;
  private long latestNanos;

  /**
   * @param name what the input is called in messages
   * @param in the capture, decompressed, from its first octet
   * @param inputOctets counts what was taken from the input itself
   */
  PcapngSource(String name, InputStream in, OctetCounter inputOctets) throws IOException {
    super(name, in, inputOctets, "packets");
    limit = in.readNBytes(buffer, 0, PcapngBlock.PROBE_OCTETS);
    if (limit < PcapngBlock.PROBE_OCTETS || !block.wrap(buffer, 0)) {
      throw refused("has no whole section header, with which a pcapng capture begins");
    }
  }

  @Override
  public boolean poll(Intake intake) throws IOException {
    int count = read(in -> in.read(buffer, limit, buffer.length - limit));
    if (count < 0) {
      if (limit > 0 || octetsToPassOver > 0 || trailerIsNext) {
        throw brokenOff("ends inside a block");
      }
      return false;
    }
    limit += count;
    int at = 0;
    for (int next = takeBlock(at, intake.packets());
        next > at;
        next = takeBlock(at, intake.packets())) {
      at = next;
    }
    System.arraycopy(buffer, at, buffer, 0, limit - at);
    limit -= at;
    return true;
  }

  /**
   * Takes the block at {@code at}, or what there is of one that is passed over; returns its end.
   */
  private int takeBlock(int at, PacketHandler handler) throws UnreadableCaptureException {
    if (octetsToPassOver > 0) {
      int passed = (int) Math.min(octetsToPassOver, limit - at);
      octetsToPassOver -= passed;
      return at + passed;
    }
    if (trailerIsNext) {
      return takeTrailer(at);
    }
    if (limit - at < PcapngBlock.PROBE_OCTETS) {
      return at;
    }
    if (!block.wrap(buffer, at)) {
      throw brokenOff("a block claims an impossible length or byte order");
    }
    int octets = block.totalOctets();
    if (!block.isNeeded()) {
      octetsToPassOver = (long) octets - PcapngBlock.TRAILER_OCTETS;
      trailerIsNext = true;
      return takeBlock(at, handler);
    }
    if (octets > MAX_BLOCK_OCTETS) {
      throw brokenOff("a block claims an impossible length");
    }
    if (limit - at < octets) {
      return at;
    }
    if (!block.isRepeated(buffer, at + octets - PcapngBlock.TRAILER_OCTETS)) {
      throw brokenOff("a block's two lengths differ");
    }
    take(handler);
    return at + octets;
  }

  private int takeTrailer(int at) throws UnreadableCaptureException {
    if (limit - at < PcapngBlock.TRAILER_OCTETS) {
      return at;
    }
    if (!block.isRepeated(buffer, at)) {
      throw brokenOff("a block's two lengths differ");
    }
    trailerIsNext = false;
    return at + PcapngBlock.TRAILER_OCTETS;
  }

  private void take(PacketHandler handler) throws UnreadableCaptureException {
    switch (block.type()) {
      case PcapngBlock.SECTION_HEADER -> {
        if (block.majorVersion() != READABLE_MAJOR_VERSION) {
          throw brokenOff("a section is of version " + block.majorVersion() + ", 1 is read");
        }
        interfaces.clear();
      }
      case PcapngBlock.INTERFACE -> {
        if (interfaces.size() == MAX_INTERFACES) {
          throw brokenOff("a section has more than " + grouped(MAX_INTERFACES) + " interfaces");
        }
        interfaces.add(block.readInterface());
      }
      default -> takePacket(handler);
    }
  }

  private void takePacket(PacketHandler handler) throws UnreadableCaptureException {
    int number = block.interfaceNumber();
    PcapngInterface captured =
        number >= 0 && number < interfaces.size() ? interfaces.get(number) : null;
    int octets = block.capturedOctets(captured == null ? 0 : captured.snapLength());
    if (octets < 0 || octets > PcapSource.MAX_PACKET_OCTETS) {
      throw brokenOff("packet " + grouped(packets + 1) + " claims an impossible length");
    }
    if (captured != null && block.type() != PcapngBlock.SIMPLE_PACKET) {
      latestNanos = captured.epochNanos(block.timeUnits());
    } // else no time is told: it came right behind the packet before it
    packets++;
    handler.onPacket(
        buffer,
        block.packetOffset(),
        octets,
        Math.max(octets, block.originalOctets()),
        latestNanos,
        captured == null ? NO_LINK_TYPE : captured.linkType());
  }

  @Override
  long kept() {
    return packets;
  }
}
