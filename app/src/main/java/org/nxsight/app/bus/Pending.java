package org.nxsight.app.bus;

import org.jspecify.annotations.Nullable;

/** A record that was handed to the producer, until it is known what became of it. */
final class Pending {
  private final OutgoingRecord outgoing;
  private final Spill.@Nullable Position spilledTo;
  private volatile boolean done;
  private volatile @Nullable Exception failure;

  /**
   * @param spilledTo the place behind it on disk; null when it is not there
   */
  Pending(OutgoingRecord outgoing, Spill.@Nullable Position spilledTo) {
    this.outgoing = outgoing;
    this.spilledTo = spilledTo;
  }

  OutgoingRecord outgoing() {
    return outgoing;
  }

  Spill.@Nullable Position spilledTo() {
    return spilledTo;
  }

  int octets() {
    return outgoing.value().length;
  }

  /** Hears what became of it; null when it was acknowledged. */
  void complete(@Nullable Exception failure) {
    this.failure = failure;
    done = true;
  }

  /** Forgets what became of it, to be sent once more. */
  void reset() {
    done = false;
    failure = null;
  }

  boolean isDone() {
    return done;
  }

  boolean isAcknowledged() {
    return done && failure == null;
  }

  @Nullable Exception failure() {
    return failure;
  }
}
