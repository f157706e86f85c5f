package org.nxsight.channels.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Mixing;

/**
 * One subscriber's place in a channel: a ring that the publisher's thread fills and the
 * subscriber's thread empties, neither of them ever waiting for the other. What finds no room is
 * counted, and told in its place as soon as there is room again.
 *
 * <p>All that was taken in by {@link #offer} comes out as a record or is part of a {@link Loss}, as
 * long as the subscriber reads until {@link #isOver}.
 */
public final class Subscription implements AutoCloseable {
  /** Records that wait for one subscriber; 32 KiB of references, with 1,024 subscribers 32 MiB. */
  static final int MAX_RECORDS = 1 << 13;

  /** The longest a subscriber sleeps, should nobody wake it. */
  private static final long GLANCE_NANOS = 5_000_000_000L;

  /** A tenth of a second's records may come at once; then they must keep their distance. */
  private static final long BURST_NANOS = 100_000_000;

  private static final long NANOS_A_SECOND = 1_000_000_000;
  private static final int MASK = MAX_RECORDS - 1;
  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Delivery[].class);

  private final LiveChannel channel;
  private final Wishes wishes;
  private final @Nullable Delivery[] slots = new @Nullable Delivery[MAX_RECORDS];

  // The publisher's.
  private long random;
  private long dueNanos = Long.MIN_VALUE;
  private long tail;
  private long putOctets;
  private long lost;
  private long overRate;
  private long lostSinceNanos;
  private long mostOctets = Long.MAX_VALUE;
  private boolean touched;

  // Told by one thread to the other.
  private volatile long head;
  private volatile long takenOctets;
  private volatile @Nullable Thread reader;
  private volatile boolean gathering;
  private volatile boolean ended;
  private @Nullable Loss lastLoss;

  Subscription(LiveChannel channel, Wishes wishes, long seed) {
    this.channel = channel;
    this.wishes = wishes;
    random = seed;
  }

  List<Watch> watches() {
    return wishes.watches();
  }

  // ---- the publisher's thread ----

  /** Whether this one is left out by sampling. */
  boolean isPassedOver() {
    if (wishes.sample() >= 1) {
      return false;
    }
    random += Mixing.A;
    return (Mixing.mix(random, Mixing.B) >>> 11) * 0x1p-53 >= wishes.sample();
  }

  /** Whether the rate must be looked at. */
  boolean isLimited() {
    return wishes.perSecond() > 0;
  }

  /** Whether a record is beyond the rate; if not it counts (a generic cell rate algorithm). */
  boolean isOverRate(long monotonicNanos) {
    if (dueNanos == Long.MIN_VALUE || dueNanos - monotonicNanos < 0) {
      dueNanos = monotonicNanos;
    }
    if (dueNanos - monotonicNanos > BURST_NANOS) {
      return true;
    }
    dueNanos += NANOS_A_SECOND / wishes.perSecond();
    return false;
  }

  /**
   * Takes a record in, or counts it as lost.
   *
   * @return whether it was taken in
   */
  boolean offer(LiveRecord record, long mostOctets) {
    touched = true;
    this.mostOctets = mostOctets;
    long waiting = tail - head;
    boolean room = waiting == 0 || putOctets - takenOctets + record.octets().length <= mostOctets;
    if (!room || waiting + (lost > 0 ? 2 : 1) > MAX_RECORDS) {
      lose(record.epochNanos(), false);
      return false;
    }
    tellLoss();
    putOctets += record.octets().length;
    put(record);
    return true;
  }

  /** Counts a record that the subscriber does not get. */
  void lose(long epochNanos, boolean beyondRate) {
    touched = true;
    if (lost++ == 0) {
      lostSinceNanos = epochNanos;
    }
    overRate += beyondRate ? 1 : 0;
  }

  private void tellLoss() {
    if (lost > 0) {
      put(takeLoss());
    }
  }

  private Loss takeLoss() {
    Loss loss = new Loss(lost, overRate, lostSinceNanos);
    lost = 0;
    overRate = 0;
    return loss;
  }

  private void put(Delivery delivery) {
    SLOTS.setRelease(slots, (int) tail & MASK, delivery);
    tail++;
  }

  /** Tells what was lost if there is room for it, and wakes the subscriber if it has cause to. */
  void flush() {
    if (!touched) {
      return;
    }
    if (lost > 0 && tail - head < MAX_RECORDS) {
      tellLoss();
    }
    touched = lost > 0;
    if (gathering && isHalfFull()) {
      gathering = false;
    }
    if (!gathering) {
      wake();
    }
  }

  private boolean isHalfFull() {
    return tail - head > MAX_RECORDS / 2 || putOctets - takenOctets > mostOctets / 2;
  }

  /** Says that nothing will come any more. */
  void end() {
    lastLoss = lost > 0 ? takeLoss() : null;
    ended = true;
    wake();
  }

  private void wake() {
    VarHandle.fullFence(); // the slots are written before the reader is looked for
    Thread waiting = reader;
    if (waiting != null) {
      LockSupport.unpark(waiting);
    }
  }

  // ---- the subscriber's thread ----

  /**
   * What comes next; waits for it.
   *
   * @return null when nothing came for so long, or nothing will come any more
   */
  public @Nullable Delivery next(long nanos) throws InterruptedException {
    long endNanos = System.nanoTime() + nanos;
    reader = Thread.currentThread();
    try {
      for (Delivery next = poll(); ; next = poll()) {
        long left = endNanos - System.nanoTime();
        if (next != null || left <= 0 || isOver()) {
          return next;
        }
        LockSupport.parkNanos(this, Math.min(left, GLANCE_NANOS));
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      reader = null;
    }
  }

  /** Lets more come for so long, unless half of the room is taken or nothing will come any more. */
  public void gather(long nanos) throws InterruptedException {
    long endNanos = System.nanoTime() + nanos;
    gathering = true;
    reader = Thread.currentThread();
    try {
      for (long left = nanos;
          left > 0 && gathering && !ended;
          left = endNanos - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      reader = null;
      gathering = false;
    }
  }

  /** What has come, or null. */
  public @Nullable Delivery poll() {
    boolean over = ended; // read before the slots: what came before the end is all there
    long at = head;
    int slot = (int) at & MASK;
    Delivery next = (Delivery) SLOTS.getAcquire(slots, slot);
    if (next == null) {
      Loss last = over ? lastLoss : null;
      lastLoss = over ? null : lastLoss;
      return last;
    }
    SLOTS.setOpaque(slots, slot, null);
    if (next instanceof LiveRecord record) {
      long taken = takenOctets;
      takenOctets = taken + record.octets().length;
    }
    head = at + 1;
    return next;
  }

  /** Whether all has been read, and nothing will come any more. */
  public boolean isOver() {
    return ended && lastLoss == null && SLOTS.getAcquire(slots, (int) head & MASK) == null;
  }

  /** Gives the place up. */
  @Override
  public void close() {
    channel.leave(this);
  }
}
