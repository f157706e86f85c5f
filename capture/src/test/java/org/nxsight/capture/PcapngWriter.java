package org.nxsight.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes pcapng blocks, in either byte order. */
final class PcapngWriter {
  static final int SECTION = 0x0a0d0d0a;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  PcapngWriter order(ByteOrder order) {
    this.order = order;
    return this;
  }

  PcapngWriter section() {
    return block(
        SECTION, body(16).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1));
  }

  PcapngWriter anInterface(int linkType, int snapLength, byte... options) {
    ByteBuffer body = body(8 + options.length);
    body.putShort((short) linkType).putShort((short) 0).putInt(snapLength).put(options);
    return block(1, body);
  }

  /** An option with one octet for a value. */
  byte[] option(int code, int octet) {
    return octets(body(8).putShort((short) code).putShort((short) 1).put((byte) octet));
  }

  /** An option with eight octets for a value. */
  byte[] option(int code, long value) {
    return octets(body(12).putShort((short) code).putShort((short) 8).putLong(value));
  }

  PcapngWriter packet(int number, long units, byte[] packet, int original) {
    ByteBuffer body = body(20 + padded(packet.length) + 8);
    body.putInt(number).putInt((int) (units >>> 32)).putInt((int) units);
    body.putInt(packet.length).putInt(original).put(packet);
    body.position(20 + padded(packet.length));
    return block(6, body.putShort((short) 1).putShort((short) 2).putShort((short) 0x6869));
  }

  PcapngWriter packet(int number, long units, byte[] packet) {
    return packet(number, units, packet, packet.length);
  }

  PcapngWriter obsoletePacket(int number, long units, byte[] packet) {
    ByteBuffer body = body(20 + padded(packet.length));
    body.putShort((short) number).putShort((short) 0);
    body.putInt((int) (units >>> 32)).putInt((int) units);
    return block(2, body.putInt(packet.length).putInt(packet.length).put(packet));
  }

  PcapngWriter simplePacket(byte[] packet, int original) {
    return block(3, body(4 + padded(packet.length)).putInt(original).put(packet));
  }

  /** A block of any type with so many octets of zeros for a body. */
  PcapngWriter other(int type, int octets) {
    return block(type, body(octets));
  }

  /** A block whose two lengths are as told. */
  PcapngWriter contradicting(int type, int octets, int first, int second) {
    ByteBuffer block = body(12 + octets).putInt(type).putInt(first);
    block.putInt(8 + octets, second);
    out.writeBytes(octets(block));
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private PcapngWriter block(int type, ByteBuffer body) {
    int octets = 12 + body.capacity();
    out.writeBytes(octets(body(8).putInt(type).putInt(octets)));
    out.writeBytes(octets(body));
    out.writeBytes(octets(body(4).putInt(octets)));
    return this;
  }

  private ByteBuffer body(int octets) {
    return ByteBuffer.allocate(octets).order(order);
  }

  private static byte[] octets(ByteBuffer body) {
    byte[] octets = new byte[body.capacity()];
    body.get(0, octets);
    return octets;
  }

  private static int padded(int octets) {
    return octets + 3 & ~3;
  }
}
