package org.nxsight.analysis.dga;

/**
 * A run of labels as {@link Symbols}, reused from name to name: a boundary, the symbols of the
 * first label, a boundary, and so on, a boundary at the end.
 *
 * <p>Any octets are a run: a label that says it is longer than what is left ends with it, and what
 * stands behind {@link #MAX_OCTETS} is left out.
 */
public final class SymbolRun {
  /** The longest name (RFC 1035, section 2.3.4). */
  public static final int MAX_OCTETS = 255;

  /** The symbols; only the first {@link #length} are of this run. */
  public final byte[] symbols = new byte[MAX_OCTETS + 1];

  /** How many symbols there are, boundaries included. */
  public int length;

  /** How many labels there are. */
  public int labels;

  /** Takes the labels between two offsets, each behind its length octet. */
  public void read(byte[] octets, int from, int to) {
    int end = Math.min(to, from + MAX_OCTETS);
    int written = 0;
    labels = 0;
    int at = from;
    while (at < end) {
      int labelEnd = Math.min(end, at + 1 + (octets[at] & 0xff));
      symbols[written++] = Symbols.BOUNDARY;
      for (at++; at < labelEnd; at++) {
        symbols[written++] = Symbols.OF_OCTET[octets[at] & 0xff];
      }
      labels++;
    }
    symbols[written++] = Symbols.BOUNDARY;
    length = written;
  }
}
