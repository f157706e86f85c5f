package org.nxsight.capture.layers;

/**
 * What is found behind a header: an offset where an IP datagram starts, which is never negative, or
 * one of these.
 */
public final class Inside {
  /** It carries something else than IP, or carries it encrypted. */
  public static final int NOT_IP = -1;

  /** The octets end inside the header. */
  public static final int SHORT = -2;

  /** The link type is not read here. */
  public static final int UNKNOWN_LINK_TYPE = -3;

  /** There are more headers inside each other than anybody's honest network has. */
  public static final int TOO_DEEP = -4;

  /** The datagram is no tunnel's; only {@link Tunnel} says so. */
  public static final int NO_TUNNEL = -5;

  /** The depth of what stands behind no header that {@link EtherType} counts. */
  static final int OUTERMOST = 0;

  private Inside() {}
}
