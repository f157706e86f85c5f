package org.nxsight.analysis.dga.families;

import java.util.HexFormat;
import org.nxsight.wire.Bytes;

/**
 * MD6-256 of a message of one block, without a key (Rivest and others, The MD6 hash function, 2008,
 * sections 2.4 and 2.8).
 *
 * <pre>
 *   input of the compression, 89 words of 64 bits
 *   Q: 15 | key: 8, zero | U: level 1, index 0 | V: parameters | message: 64
 *   V = rounds: 12 | levels: 8 | last: 4 | padding bits: 16 | key octets: 8 | digest bits: 12
 * </pre>
 */
final class Md6 {
  private static final int BLOCK_OCTETS = 512;
  private static final int INPUT_WORDS = 89;
  private static final int DIGEST_BITS = 256;
  private static final int ROUNDS = 40 + DIGEST_BITS / 4;
  private static final int STEPS = 16;

  /** The fractional part of the square root of 6. */
  private static final long[] Q = {
    0x7311c2812425cfa0L, 0x6432286434aac8e7L, 0xb60450e9ef68b7c1L,
    0xe8fb23908d9f06f1L, 0xdd2e76cba691e5bfL, 0x0cd0d63b2c30bc41L,
    0x1f8ccf6823058f8aL, 0x54e5ed5b88e3775dL, 0x4ad12aae0a6d6031L,
    0x3e7f16bb88222e0dL, 0x8af8671d3fb50c2cL, 0x995ad1178bd25c31L,
    0xc878c1dd04c4b633L, 0x3b72066c7a1552acL, 0x0d6f3522631effcbL,
  };

  private static final int[] RIGHT = {10, 5, 13, 10, 11, 12, 2, 7, 14, 15, 7, 13, 11, 7, 6, 12};
  private static final int[] LEFT = {11, 24, 9, 16, 15, 9, 27, 15, 6, 2, 29, 8, 15, 5, 31, 9};

  private Md6() {}

  /** The digest in 64 lower-case hexadecimal digits; the message has 512 octets at most. */
  static String hex(byte[] message) {
    byte[] block = new byte[BLOCK_OCTETS];
    System.arraycopy(message, 0, block, 0, message.length);
    long paddingBits = 8L * (BLOCK_OCTETS - message.length);
    long[] words = new long[INPUT_WORDS + ROUNDS * STEPS];
    System.arraycopy(Q, 0, words, 0, Q.length);
    words[23] = 1L << 56;
    words[24] = (long) ROUNDS << 48 | 64L << 40 | 1L << 36 | paddingBits << 20 | DIGEST_BITS;
    for (int i = 0; i < BLOCK_OCTETS / 8; i++) {
      words[25 + i] = Bytes.u32(block, 8 * i) << 32 | Bytes.u32(block, 8 * i + 4);
    }
    compress(words);
    HexFormat hex = HexFormat.of();
    StringBuilder digest = new StringBuilder();
    for (int i = words.length - DIGEST_BITS / 64; i < words.length; i++) {
      digest.append(hex.toHexDigits(words[i]));
    }
    return digest.toString();
  }

  private static void compress(long[] words) {
    long constant = 0x0123456789abcdefL;
    int at = INPUT_WORDS;
    for (int round = 0; round < ROUNDS; round++) {
      for (int step = 0; step < STEPS; step++, at++) {
        long x = constant ^ words[at - 89] ^ words[at - 17];
        x ^= (words[at - 18] & words[at - 21]) ^ (words[at - 31] & words[at - 67]);
        x ^= x >>> RIGHT[step];
        words[at] = x ^ (x << LEFT[step]);
      }
      constant = Long.rotateLeft(constant, 1) ^ (constant & Q[0]);
    }
  }
}
