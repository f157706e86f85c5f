package org.nxsight.capture;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.UdpChecksum;

/**
 * One DNS message as it was captured: the datagram that carried it whole, and where it came from. A
 * message out of a TCP stream or out of dnstap has a datagram that was rebuilt around it. It is
 * reused, and all it points to is only good during the call that hands it on.
 */
public final class CapturedMessage {
  private final DatagramView datagram = new DatagramView();
  private final DnsMessageView message = new DnsMessageView();
  private final FragmentList fragments = new FragmentList();
  private long epochNanos;
  private boolean trusted;
  private boolean cutOff;
  private boolean resolverZeroed;
  private @Nullable UdpChecksum publishedChecksum;
  private byte[] zone = new byte[0];
  private int zoneOffset;
  private int zoneOctets;

  /** Begins the next message: nothing is known of it but its time. */
  public void begin(long epochNanos) {
    this.epochNanos = epochNanos;
    trusted = false;
    cutOff = false;
    resolverZeroed = false;
    publishedChecksum = null;
    zoneOctets = 0;
    fragments.clear();
  }

  /** The datagram, UDP or TCP. */
  public DatagramView datagram() {
    return datagram;
  }

  /** The message in it. */
  public DnsMessageView message() {
    return message;
  }

  /** The fragments the datagram came in; none when it came whole. */
  public FragmentList fragments() {
    return fragments;
  }

  /** When it was captured, in nanoseconds since 1970; the last part's time when it had several. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Says that a resolver itself reports this message, so that nobody can have forged it. */
  public void trust() {
    trusted = true;
  }

  /** Whether a resolver itself reports this message. */
  public boolean isTrusted() {
    return trusted;
  }

  /** Says that the capture has its header and question whole, but not all of its records. */
  public void cutOff() {
    cutOff = true;
  }

  /** Whether the capture lacks the end of this message, so that its records may end early. */
  public boolean isCutOff() {
    return cutOff;
  }

  /** Says that whoever published it had put zeros in the place of the resolver's address. */
  public void zeroResolver() {
    resolverZeroed = true;
  }

  /** Whether the resolver's address was zeroed by whoever published it. */
  public boolean isResolverZeroed() {
    return resolverZeroed;
  }

  /** Tells the verdict on the checksum that the datagram had before its publisher took it away. */
  public void setPublishedChecksum(UdpChecksum verdict) {
    publishedChecksum = verdict;
  }

  /** The verdict of whoever published it; null when the datagram itself tells. */
  public @Nullable UdpChecksum publishedChecksum() {
    return publishedChecksum;
  }

  /** Tells the zone whose servers the resolver asked, an uncompressed name. */
  public void setZone(byte[] bytes, int offset, int octets) {
    zone = bytes;
    zoneOffset = offset;
    zoneOctets = octets;
  }

  /** The array that holds the zone. */
  public byte[] zone() {
    return zone;
  }

  /** Where the zone stands in {@link #zone()}. */
  public int zoneOffset() {
    return zoneOffset;
  }

  /** The zone's octets; 0 when it is not known. */
  public int zoneOctets() {
    return zoneOctets;
  }
}
