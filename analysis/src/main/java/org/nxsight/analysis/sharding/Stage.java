package org.nxsight.analysis.sharding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A part of the analysis that takes messages in any order and works them off in that of their
 * times. It is for one thread.
 */
public interface Stage {
  /** Takes a message, which it keeps. */
  void take(byte[] message) throws IOException;

  /**
   * Hears that all messages of times before this one have come; works them off.
   *
   * @param epochNanos {@link Long#MAX_VALUE} when no more will come
   */
  void advance(long epochNanos) throws IOException;

  /** Sends on what has gathered, so that the rest of the state is what {@link #snapshot} writes. */
  void flush() throws IOException;

  /** Writes the state of a shard. */
  void snapshot(int shard, DataOutput out) throws IOException;

  /**
   * Takes over the state of a shard that this task has from now on.
   *
   * @throws IOException with one line when it is of another version or damaged
   */
  void restore(int shard, DataInput in) throws IOException;

  /** How many records came after others of later times had been worked off. */
  long late();
}
