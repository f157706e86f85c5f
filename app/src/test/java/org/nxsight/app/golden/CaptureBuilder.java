package org.nxsight.app.golden;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Writes a pcap capture (draft-ietf-opsawg-pcap) packet by packet. Unless told otherwise it is
 * little-endian with nanoseconds, the link layer is Ethernet, and the packets travel on {@link
 * Route#IPV4} from 2024-05-01 12:34:56 UTC on.
 */
final class CaptureBuilder {
  static final long MICROSECOND = 1_000L;
  static final long MILLISECOND = 1_000_000L;
  static final long SECOND = 1_000_000_000L;

  static final int MICROS = 0xa1b2c3d4;
  static final int NANOS = 0xa1b23c4d;
  static final int PATCHED = 0xa1b2cd34;

  private static final long START_SECONDS = 1_714_566_896L;
  private static final int SNAP_LENGTH = 262_144;

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private int magic = NANOS;
  private boolean bigEndian;
  private int linkTypeFlags;
  private Link link = Link.ETHERNET;
  private Route route = Route.IPV4;
  private long nanos;
  private int packets;

  /** The file's form; before the first packet. */
  CaptureBuilder form(int newMagic, boolean newBigEndian) {
    magic = newMagic;
    bigEndian = newBigEndian;
    return this;
  }

  /** Bits above the link type in the file header, such as the length of a frame check sequence. */
  CaptureBuilder linkTypeFlags(int flags) {
    linkTypeFlags = flags;
    return this;
  }

  /** The link layer; before the first packet, or between two of the same LINKTYPE_ number. */
  CaptureBuilder over(Link newLink) {
    link = newLink;
    return this;
  }

  /** The way of the packets from here on. */
  CaptureBuilder via(Route newRoute) {
    route = newRoute;
    return this;
  }

  /** The time of the packets from here on, counted from the capture's start. */
  CaptureBuilder at(long newNanos) {
    nanos = newNanos;
    return this;
  }

  /** A query on its way to the server. */
  CaptureBuilder query(Message message) {
    return toServer(message.bytes());
  }

  /** A response on its way to the resolver. */
  CaptureBuilder response(Message message) {
    return toResolver(message.bytes());
  }

  CaptureBuilder toServer(byte[] payload) {
    return datagram(route.toServer(payload));
  }

  CaptureBuilder toResolver(byte[] payload) {
    return datagram(route.toResolver(payload));
  }

  /** An IP datagram in a frame of the link layer. */
  CaptureBuilder datagram(byte[] ip) {
    return packet(link.packet(ip));
  }

  /** An IP datagram in a frame that is filled up with zeros to so many octets. */
  CaptureBuilder padded(byte[] ip, int octets) {
    byte[] frame = link.packet(ip);
    return packet(Arrays.copyOf(frame, Math.max(frame.length, octets)));
  }

  /** An IP datagram in a frame of which only the first octets were captured. */
  CaptureBuilder cut(byte[] ip, int octets) {
    byte[] frame = link.packet(ip);
    return packet(Arrays.copyOf(frame, octets), frame.length);
  }

  /** A packet as it is. */
  CaptureBuilder packet(byte[] octets) {
    return packet(octets, octets.length);
  }

  private CaptureBuilder packet(byte[] octets, int originalLength) {
    number(records, START_SECONDS + Math.floorDiv(nanos, SECOND));
    long fraction = Math.floorMod(nanos, SECOND);
    number(records, magic == NANOS ? fraction : fraction / MICROSECOND);
    number(records, octets.length);
    number(records, originalLength);
    if (magic == PATCHED) {
      records.writeBytes(new byte[8]);
    }
    records.writeBytes(octets);
    packets++;
    return this;
  }

  private void number(ByteArrayOutputStream out, long value) {
    byte[] octets = Octets.of().u32(value).bytes();
    for (int i = 0; i < 4; i++) {
      out.write(octets[bigEndian ? i : 3 - i]);
    }
  }

  /** How many packets there are. */
  int packets() {
    return packets;
  }

  /** The capture file. */
  byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    number(file, magic);
    file.writeBytes(bigEndian ? Octets.hex("00020004") : Octets.hex("02000400"));
    number(file, 0);
    number(file, 0);
    number(file, SNAP_LENGTH);
    number(file, link.linkType | linkTypeFlags);
    file.writeBytes(records.toByteArray());
    return file.toByteArray();
  }
}
