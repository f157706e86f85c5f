package org.nxsight.wire;

/**
 * The step that our 64-bit hashes are made of: a full multiplication whose halves are folded
 * together, as in wyhash (Wang Yi, 2019). Not for secrets.
 */
public final class Mixing {
  /** One odd number with no structure. */
  public static final long A = 0xa076_1d64_78bd_642fL;

  /** Another. */
  public static final long B = 0xe703_7ed1_a0b4_28dbL;

  private Mixing() {}

  /** Both numbers, mixed. */
  public static long mix(long a, long b) {
    return Math.unsignedMultiplyHigh(a, b) ^ (a * b);
  }
}
