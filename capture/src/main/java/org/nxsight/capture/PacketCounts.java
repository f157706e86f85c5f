package org.nxsight.capture;

/**
 * Where every packet went. The identity {@code packets = dnsPackets + sum of leftOut} holds at any
 * moment between two packets.
 */
public final class PacketCounts {
  /** What {@link #firstNanos} and {@link #lastNanos} are before the first packet. */
  public static final long NEVER = Long.MIN_VALUE;

  private long packets;
  private long octets;
  private long dnsPackets;
  private long cutOff;
  private long firstNanos = NEVER;
  private long lastNanos = NEVER;
  private final long[] leftOut = new long[LeftOut.values().length];

  void onPacket(int originalLength, long epochNanos) {
    packets++;
    octets += originalLength;
    if (firstNanos == NEVER || epochNanos < firstNanos) {
      firstNanos = epochNanos;
    }
    if (epochNanos > lastNanos) {
      lastNanos = epochNanos;
    }
  }

  void onDnsPacket() {
    dnsPackets++;
  }

  void onCutOff() {
    cutOff++;
  }

  void onLeftOut(LeftOut reason) {
    leftOut[reason.ordinal()]++;
  }

  /** All packets that came in. */
  public long packets() {
    return packets;
  }

  /** Their octets on the wire. */
  public long octets() {
    return octets;
  }

  /** The packets that carried a DNS message. */
  public long dnsPackets() {
    return dnsPackets;
  }

  /**
   * The packets among {@link #dnsPackets} whose message lacks its end in the capture: it went on
   * with header and question, and as many records as there were.
   */
  public long cutOff() {
    return cutOff;
  }

  /** The packets left out for one reason. */
  public long leftOut(LeftOut reason) {
    return leftOut[reason.ordinal()];
  }

  /** The earliest capture time in nanoseconds since 1970, or {@link #NEVER}. */
  public long firstNanos() {
    return firstNanos;
  }

  /** The latest capture time in nanoseconds since 1970, or {@link #NEVER}. */
  public long lastNanos() {
    return lastNanos;
  }
}
