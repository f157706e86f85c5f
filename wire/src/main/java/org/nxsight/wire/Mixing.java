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

  /**
   * The hash of octets.
   *
   * @param seed any secret number, so that nobody can make many fall together
   */
  public static long hash(byte[] bytes, int offset, int octets, long seed) {
    long hash = mix(octets ^ seed, B);
    int at = offset;
    int end = offset + octets;
    for (; at + 8 <= end; at += 8) {
      hash = mix(hash ^ Bytes.i64(bytes, at), seed | 1);
    }
    int left = 8 * (end - at);
    long rest = left == 0 ? 0 : tail(bytes, offset, at, end);
    return mix(hash ^ (1L << left | rest), A ^ seed);
  }

  /** The last octets, fewer than eight, as a number: read in one go where there is room to. */
  private static long tail(byte[] bytes, int offset, int at, int end) {
    int left = 8 * (end - at);
    if (end - offset >= 8) {
      return Bytes.i64(bytes, end - 8) & ((1L << left) - 1);
    }
    if (at + 8 <= bytes.length) {
      return Bytes.i64(bytes, at) >>> (64 - left);
    }
    long tail = 0;
    for (int i = at; i < end; i++) {
      tail = tail << 8 | Bytes.u8(bytes, i);
    }
    return tail;
  }
}
