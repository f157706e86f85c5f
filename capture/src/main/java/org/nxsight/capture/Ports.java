package org.nxsight.capture;

import java.util.stream.IntStream;

/** The ports on which DNS is spoken, as a bit for each of the 65,536. */
public final class Ports {
  /** Multicast DNS (RFC 6762), which is not ours unless asked for. */
  public static final int MDNS = 5353;

  /** Link-local multicast name resolution (RFC 4795), likewise. */
  public static final int LLMNR = 5355;

  private final long[] bits = new long[1024];

  /** The given ports, each 0..65535. */
  public static Ports of(int... ports) {
    Ports set = new Ports();
    for (int port : ports) {
      set.bits[port >>> 6] |= 1L << port;
    }
    return set;
  }

  /** Whether {@code port} is one of them. */
  public boolean contains(int port) {
    return (bits[port >>> 6] >>> port & 1) != 0;
  }

  /** All of them, in order. */
  public int[] toArray() {
    return IntStream.range(0, 1 << 16).filter(this::contains).toArray();
  }
}
