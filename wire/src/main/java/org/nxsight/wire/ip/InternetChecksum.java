package org.nxsight.wire.ip;

import org.nxsight.wire.Bytes;

/** The Internet checksum: the ones' complement of a ones' complement sum (RFC 1071). */
public final class InternetChecksum {
  private InternetChecksum() {}

  /** The sum of 16-bit words; 32 bits are added at a time, which folds to the same. */
  public static long sum(byte[] bytes, int offset, int length) {
    long sum = 0;
    int at = offset;
    int end = offset + length;
    for (; at + 8 <= end; at += 8) {
      long word = Bytes.i64(bytes, at);
      sum += (word >>> 32) + (word & 0xffff_ffffL);
    }
    for (; at + 2 <= end; at += 2) {
      sum += Bytes.u16(bytes, at);
    }
    return at < end ? sum + (Bytes.u8(bytes, at) << 8) : sum;
  }

  /** A sum with its carries added in, 0..65535. */
  public static int fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) folded;
  }

  /** Writes the checksum of an IPv4 header (RFC 791, section 3.1). */
  public static void putIpv4Header(byte[] bytes, int offset, int headerOctets) {
    Bytes.put16(bytes, offset + 10, 0);
    Bytes.put16(bytes, offset + 10, ~fold(sum(bytes, offset, headerOctets)));
  }
}
