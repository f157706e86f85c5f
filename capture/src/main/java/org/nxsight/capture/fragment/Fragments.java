package org.nxsight.capture.fragment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.ip.DatagramView;

/**
 * Puts fragmented datagrams together (RFC 791, section 3.2; RFC 8200, section 4.5), in whatever
 * order the fragments come. When two of them overlap, the datagram is dropped with all of its
 * fragments, those that are still to come included (RFC 5722, section 4); an exact copy of a
 * fragment does no harm. A datagram whose first fragment tells other ports than those that are read
 * is not kept.
 *
 * <p>Memory is bounded: 512 datagrams with 4 KiB and a table each, and 2 MiB for those that need
 * more, 4 MiB in all. So is time, on packet time: 30 s, what hosts wait at least (RFC 1122, section
 * 3.3.2 says 60 to 120 s; resolvers give a query up after 10 s). The oldest datagram goes first.
 */
public final class Fragments {
  static final int MAX_DATAGRAMS = 512;
  static final int MAX_GROWN_OCTETS = 2 << 20;
  static final long TIMEOUT_NANOS = 30_000_000_000L;

  private static final int BUCKETS = 2 * MAX_DATAGRAMS;

  private final IntPredicate isReadPort;
  private final FragmentHandler next;
  private final FragmentKey key = new FragmentKey();
  private final WholeDatagram whole = new WholeDatagram();
  private final @Nullable Assembly[] buckets = new @Nullable Assembly[BUCKETS];
  private final ArrayDeque<Assembly> spare = new ArrayDeque<>();
  private @Nullable Assembly oldest;
  private @Nullable Assembly newest;
  private int datagrams;
  private int grownOctets;

  /**
   * @param isReadPort tells the ports of which datagrams are read
   * @param next gets the whole datagrams, and learns of every other fragment
   */
  public Fragments(IntPredicate isReadPort, FragmentHandler next) {
    this.isReadPort = isReadPort;
    this.next = next;
  }

  /** Takes a datagram whose shape is {@link DatagramView.Shape#FRAGMENT}. */
  public void onFragment(DatagramView fragment, long epochNanos) {
    expire(epochNanos);
    if (isMalformed(fragment)) {
      next.onLeftOut(FragmentFate.MALFORMED, 1);
      return;
    }
    key.read(fragment);
    Assembly assembly = find();
    if (assembly == null) {
      assembly = begin(epochNanos);
    }
    if (assembly.refusal == null && fragment.fragmentOffset() == 0 && isOtherPort(fragment)) {
      refuse(assembly, FragmentFate.OTHER_PORT);
    }
    if (assembly.refusal == null && !makeRoom(assembly, fragment)) {
      refuse(assembly, FragmentFate.EVICTED);
    }
    FragmentFate fate =
        assembly.refusal == null ? assembly.add(fragment, epochNanos) : assembly.refusal;
    if (fate != null) {
      if (fate != FragmentFate.DUPLICATE) {
        refuse(assembly, fate);
      }
      next.onLeftOut(fate, 1);
    } else if (assembly.isWhole()) {
      finish(assembly);
    }
  }

  private static boolean isMalformed(DatagramView fragment) {
    int data = fragment.offset() + fragment.length() - fragment.transportOffset();
    return data <= 0
        || (fragment.moreFragments() && data % 8 != 0)
        || fragment.fragmentOffset() + data > 0xffff;
  }

  private boolean isOtherPort(DatagramView fragment) {
    return fragment.hasPorts()
        && !isReadPort.test(fragment.sourcePort())
        && !isReadPort.test(fragment.destinationPort());
  }

  private @Nullable Assembly find() {
    Assembly assembly = buckets[key.hash & (BUCKETS - 1)];
    while (assembly != null && !assembly.isFor(key)) {
      assembly = assembly.nextInBucket;
    }
    return assembly;
  }

  private Assembly begin(long epochNanos) {
    if (datagrams == MAX_DATAGRAMS && oldest != null) {
      drop(oldest, FragmentFate.EVICTED);
    }
    Assembly assembly = spare.isEmpty() ? new Assembly() : spare.pop();
    assembly.begin(key, epochNanos);
    int bucket = assembly.hash & (BUCKETS - 1);
    assembly.nextInBucket = buckets[bucket];
    buckets[bucket] = assembly;
    assembly.older = newest;
    assembly.newer = null;
    if (newest == null) {
      oldest = assembly;
    } else {
      newest.newer = assembly;
    }
    newest = assembly;
    datagrams++;
    return assembly;
  }

  /** Gives an assembly the room for one more fragment, at the cost of the oldest ones. */
  private boolean makeRoom(Assembly assembly, DatagramView fragment) {
    int needed = assembly.roomFor(fragment);
    if (needed <= assembly.octets.length) {
      return true;
    }
    if (needed > Assembly.MOST_ROOM_OCTETS) {
      return false;
    }
    int room = Integer.highestOneBit(needed - 1) << 1;
    int growth = room - assembly.octets.length;
    while (grownOctets + growth > MAX_GROWN_OCTETS && oldest != null && oldest != assembly) {
      drop(oldest, FragmentFate.EVICTED);
    }
    if (grownOctets + growth > MAX_GROWN_OCTETS) {
      return false;
    }
    assembly.octets = Arrays.copyOf(assembly.octets, room);
    grownOctets += growth;
    return true;
  }

  /** Drops what has come of a datagram, and all that is still to come. */
  private void refuse(Assembly assembly, FragmentFate fate) {
    if (assembly.refusal != null) {
      return;
    }
    assembly.refusal = fate;
    if (assembly.count > 0) {
      next.onLeftOut(fate, assembly.count);
    }
    assembly.clear();
    shrink(assembly);
  }

  private void finish(Assembly assembly) {
    if (whole.make(assembly)) {
      remove(assembly);
      next.onWhole(whole);
      recycle(assembly);
    } else {
      drop(assembly, FragmentFate.MALFORMED);
    }
  }

  private void drop(Assembly assembly, FragmentFate fate) {
    remove(assembly);
    if (assembly.count > 0) {
      next.onLeftOut(fate, assembly.count);
    }
    recycle(assembly);
  }

  private void recycle(Assembly assembly) {
    shrink(assembly);
    spare.push(assembly);
  }

  private void shrink(Assembly assembly) {
    if (assembly.octets.length > Assembly.LEAST_ROOM_OCTETS) {
      grownOctets -= assembly.octets.length - Assembly.LEAST_ROOM_OCTETS;
      assembly.octets = new byte[Assembly.LEAST_ROOM_OCTETS];
    }
  }

  private void remove(Assembly assembly) {
    int bucket = assembly.hash & (BUCKETS - 1);
    if (buckets[bucket] == assembly) {
      buckets[bucket] = assembly.nextInBucket;
    } else {
      Assembly before = buckets[bucket];
      while (before != null && before.nextInBucket != assembly) {
        before = before.nextInBucket;
      }
      if (before != null) {
        before.nextInBucket = assembly.nextInBucket;
      }
    }
    if (assembly.older == null) {
      oldest = assembly.newer;
    } else {
      assembly.older.newer = assembly.newer;
    }
    if (assembly.newer == null) {
      newest = assembly.older;
    } else {
      assembly.newer.older = assembly.older;
    }
    datagrams--;
  }

  private void expire(long nowNanos) {
    while (oldest != null && nowNanos - oldest.firstNanos > TIMEOUT_NANOS) {
      drop(oldest, FragmentFate.INCOMPLETE);
    }
  }

  /** Gives up everything that still waits: there will be no more fragments. */
  public void finish() {
    while (oldest != null) {
      drop(oldest, FragmentFate.INCOMPLETE);
    }
  }

  /** The memory that fragments take now, in octets. */
  public int octets() {
    return grownOctets + (datagrams + spare.size()) * Assembly.LEAST_ROOM_OCTETS;
  }
}
