package org.nxsight.capture.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.Closeable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * One packet socket and its TPACKET_V3 ring (packet(7)): blocks that the kernel fills and hands
 * over one after the other, each when it is full or when its time is up.
 */
final class PacketRing implements Closeable {
  /** A block; the largest packet, 64 KiB, fits many times. */
  static final int BLOCK_OCTETS = 1 << 20;

  /** A block that is not full is handed over this long after its first packet. */
  static final int RETIRE_MILLIS = 50;

  /** What {@link #join} takes for a group that does not exist yet. */
  static final int NEW_GROUP = -1;

  private static final int AF_PACKET = 17;
  private static final int SOCK_RAW = 3;
  private static final int SOCK_DGRAM = 2;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final int ALL_PROTOCOLS = 3;

  private static final int SOL_SOCKET = 1;
  private static final int SO_ERROR = 4;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SOL_PACKET = 263;
  private static final int PACKET_ADD_MEMBERSHIP = 1;
  private static final int PACKET_RX_RING = 5;
  private static final int PACKET_STATISTICS = 6;
  private static final int PACKET_VERSION = 10;
  private static final int PACKET_FANOUT = 18;
  private static final int TPACKET_V3 = 2;
  private static final int PROMISCUOUS = 1;
  private static final int FANOUT_UNIQUE_ID = 0x2000;

  /** Only the kernel's check of the request needs it: packets are as long as they are. */
  private static final int FRAME_OCTETS = 2048;

  private static final VarHandle STATUS = JAVA_INT.varHandle();

  private final Libc libc;
  private final int descriptor;
  private final MemorySegment ring;
  private final int blocks;
  private int current;

  private PacketRing(Libc libc, int descriptor, MemorySegment ring) {
    this.libc = libc;
    this.descriptor = descriptor;
    this.ring = ring;
    blocks = (int) (ring.byteSize() / BLOCK_OCTETS);
  }

  /**
   * Makes a socket and its ring; no packet comes before {@link #bind} and {@link #setFilter}.
   *
   * @param cooked whether packets come without their link-layer header
   */
  static PacketRing open(Libc libc, boolean cooked, int mebibytes) throws SystemCallException {
    int type = (cooked ? SOCK_DGRAM : SOCK_RAW) | CLOSE_ON_EXEC;
    int descriptor = libc.socket(AF_PACKET, type, 0);
    try (Arena arena = Arena.ofConfined()) {
      attach(libc, descriptor, DnsFilter.nothing());
      libc.setOption(
          descriptor, SOL_PACKET, PACKET_VERSION, arena.allocateFrom(JAVA_INT, TPACKET_V3));
      libc.setOption(descriptor, SOL_PACKET, PACKET_RX_RING, request(arena, mebibytes));
      MemorySegment ring = libc.map(descriptor, (long) mebibytes * BLOCK_OCTETS);
      return new PacketRing(libc, descriptor, ring);
    } catch (SystemCallException e) {
      libc.close(descriptor);
      throw e;
    }
  }

  /** A struct tpacket_req3: block size and number, frame size and number, time, 0, 0. */
  private static MemorySegment request(Arena arena, int blocks) {
    int frames = BLOCK_OCTETS / FRAME_OCTETS * blocks;
    return arena.allocateFrom(
        JAVA_INT, BLOCK_OCTETS, blocks, FRAME_OCTETS, frames, RETIRE_MILLIS, 0, 0);
  }

  /** Lets the packets of an interface in, those for other machines as well if wanted. */
  void bind(InterfaceInfo on, boolean promiscuous) throws SystemCallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(20, 4); // a struct sockaddr_ll
      address.set(JAVA_SHORT, 0, (short) AF_PACKET);
      address.set(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) ALL_PROTOCOLS);
      address.set(JAVA_INT, 4, on.index());
      libc.bind(descriptor, address);
      if (promiscuous && on.index() != 0) {
        MemorySegment membership = arena.allocate(16, 4); // a struct packet_mreq
        membership.set(JAVA_INT, 0, on.index());
        membership.set(JAVA_SHORT, 4, (short) PROMISCUOUS);
        libc.setOption(descriptor, SOL_PACKET, PACKET_ADD_MEMBERSHIP, membership);
      }
    }
  }

  /**
   * Joins the rings that share an interface's packets by a hash of addresses and ports, the same
   * for both directions.
   *
   * @param group {@link #NEW_GROUP} to found one
   * @return the group
   */
  int join(int group) throws SystemCallException {
    try (Arena arena = Arena.ofConfined()) {
      int request = group == NEW_GROUP ? FANOUT_UNIQUE_ID << 16 : group;
      MemorySegment value = arena.allocateFrom(JAVA_INT, request);
      libc.setOption(descriptor, SOL_PACKET, PACKET_FANOUT, value);
      libc.getOption(descriptor, SOL_PACKET, PACKET_FANOUT, value);
      return value.get(JAVA_INT, 0) & 0xffff;
    }
  }

  /** Lets from now on pass what a program accepts. */
  void setFilter(BpfProgram program) throws SystemCallException {
    attach(libc, descriptor, program);
  }

  private static void attach(Libc libc, int descriptor, BpfProgram program)
      throws SystemCallException {
    List<BpfProgram.Instruction> instructions = program.instructions();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment code = arena.allocate(8L * instructions.size(), 8);
      for (int i = 0; i < instructions.size(); i++) {
        BpfProgram.Instruction instruction = instructions.get(i);
        code.set(JAVA_SHORT, 8L * i, (short) instruction.code());
        code.set(JAVA_BYTE, 8L * i + 2, (byte) instruction.ifTrue());
        code.set(JAVA_BYTE, 8L * i + 3, (byte) instruction.ifFalse());
        code.set(JAVA_INT, 8L * i + 4, instruction.k());
      }
      MemorySegment filter = arena.allocate(8 + ADDRESS.byteSize(), 8); // a struct sock_fprog
      filter.set(JAVA_SHORT, 0, (short) instructions.size());
      filter.set(ADDRESS, 8, code);
      libc.setOption(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, filter);
    }
  }

  /** Whether the kernel has handed a block over. */
  boolean hasBlock() {
    long status = (long) current * BLOCK_OCTETS + RingBlock.STATUS_OFFSET;
    return ((int) STATUS.getAcquire(ring, status) & 1) != 0;
  }

  /** When the first packet of the block that was handed over was captured. */
  long firstNanos() {
    long time = (long) current * BLOCK_OCTETS + RingBlock.FIRST_TIME_OFFSET;
    return (ring.get(JAVA_INT, time) & 0xffff_ffffL) * 1_000_000_000L
        + (ring.get(JAVA_INT, time + 4) & 0xffff_ffffL);
  }

  /**
   * Copies the block that was handed over, and gives its place back to the kernel.
   *
   * @param to has {@link #BLOCK_OCTETS}
   * @return the octets used of it
   */
  int take(byte[] to) {
    long at = (long) current * BLOCK_OCTETS;
    int used = Math.clamp(ring.get(JAVA_INT, at + RingBlock.USED_OFFSET), 0, BLOCK_OCTETS);
    MemorySegment.copy(ring, JAVA_BYTE, at, to, 0, used);
    STATUS.setRelease(ring, at + RingBlock.STATUS_OFFSET, 0);
    current = current + 1 == blocks ? 0 : current + 1;
    return used;
  }

  /** The packets the kernel has dropped since this was last asked. */
  long takeDrops() throws SystemCallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment statistics = arena.allocate(12, 4); // packets, drops, times the ring was full
      libc.getOption(descriptor, SOL_PACKET, PACKET_STATISTICS, statistics);
      return statistics.get(JAVA_INT, 4) & 0xffff_ffffL;
    }
  }

  /** The socket's pending error, such as ENETDOWN, which is then forgotten; 0 for none. */
  int takeError() throws SystemCallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = arena.allocate(4, 4);
      libc.getOption(descriptor, SOL_SOCKET, SO_ERROR, error);
      return error.get(JAVA_INT, 0);
    }
  }

  int descriptor() {
    return descriptor;
  }

  @Override
  public void close() throws SystemCallException {
    libc.unmap(ring);
    libc.close(descriptor);
  }
}
