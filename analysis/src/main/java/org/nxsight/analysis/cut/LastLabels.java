package org.nxsight.analysis.cut;

/**
 * Where the last eight labels of a name start, in one long: the last label's offset in the lowest
 * octet, the one before it in the next.
 *
 * <p>Offsets count from the name's first octet, so each is one octet (RFC 1035, section 2.3.4: a
 * name has at most 255). The first label's is 0, which is where a walk from the right ends.
 */
public final class LastLabels {
  /** How many labels it holds. */
  public static final int COUNT = 8;

  /** The bits of one offset. */
  public static final int BITS = 8;

  private LastLabels() {}

  /** Those of the well-formed name at an offset; 0 of the root, too. */
  public static long of(byte[] octets, int offset) {
    long labels = 0;
    for (int at = offset; octets[at] != 0; at += 1 + octets[at]) {
      labels = (labels << BITS) | (at - offset);
    }
    return labels;
  }

  /** The offset of the last label. */
  public static int last(long labels) {
    return (int) labels & 0xff;
  }
}
