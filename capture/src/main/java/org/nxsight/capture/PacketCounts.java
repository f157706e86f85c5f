package org.nxsight.capture;

/**
 * Where every packet went. The identity {@code packets = dnsPackets + sum of leftOut} holds once
 * all has come to its end: what becomes of a fragment or a segment is only known later.
 */
public final class PacketCounts {
  /** What {@link #firstNanos} and {@link #lastNanos} are before the first packet. */
  public static final long NEVER = Long.MIN_VALUE;

  private long packets;
  private long octets;
  private long dnsPackets;
  private long cutOff;
  private long dnsMessages;
  private long firstNanos = NEVER;
  private long lastNanos = NEVER;
  private long mostRecentNanos = NEVER;
  private final long[] leftOut = new long[LeftOut.values().length];

  /** One packet, and when it was captured. */
  public void onPacket(int originalLength, long epochNanos) {
    packets++;
    octets += originalLength;
    mostRecentNanos = epochNanos;
    if (firstNanos == NEVER || epochNanos < firstNanos) {
      firstNanos = epochNanos;
    }
    if (epochNanos > lastNanos) {
      lastNanos = epochNanos;
    }
  }

  /** One packet, or what came in place of one, that does not tell when it was captured. */
  public void onPacket(long octets) {
    packets++;
    this.octets += octets;
  }

  /** One message of which the capture lacks the end. */
  void onCutOff() {
    cutOff++;
  }

  /** Packets that each carried a part of a message. */
  void onDnsPackets(int packets) {
    dnsPackets += packets;
  }

  /** One message that came in one packet. */
  public void onDnsPacket() {
    dnsPackets++;
    dnsMessages++;
  }

  /** One message that came in several packets, or with others in one. */
  public void onMessage() {
    dnsMessages++;
  }

  /** One packet that does not go on. */
  public void onLeftOut(LeftOut reason) {
    leftOut[reason.ordinal()]++;
  }

  void onLeftOut(LeftOut reason, int packets) {
    leftOut[reason.ordinal()] += packets;
  }

  /** All packets that came in. */
  public long packets() {
    return packets;
  }

  /** Their octets on the wire. */
  public long octets() {
    return octets;
  }

  /** The packets that carried a DNS message, or a part of one. */
  public long dnsPackets() {
    return dnsPackets;
  }

  /** The DNS messages that went on. */
  public long dnsMessages() {
    return dnsMessages;
  }

  /**
   * The messages among {@link #dnsMessages} that lack their end in the capture: they went on with
   * header and question, and as many records as there were.
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

  /** The capture time of the packet that came last, be it the latest or not, or {@link #NEVER}. */
  public long mostRecentNanos() {
    return mostRecentNanos;
  }
}
