package org.nxsight.wire.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Octets put together for a test: names from text, numbers, hex and ASCII. */
final class Octets {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static Octets of() {
    return new Octets();
  }

  Octets u8(int value) {
    bytes.write(value);
    return this;
  }

  Octets u16(int value) {
    return u8(value >> 8).u8(value);
  }

  Octets u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  Octets hex(String hex) {
    bytes.writeBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
    return this;
  }

  Octets raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  Octets text(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** A length octet and the text. */
  Octets string(String text) {
    return u8(text.length()).text(text);
  }

  /** Labels and a root label; no escapes. */
  Octets name(String name) {
    for (String label : name.split("\\.", 0)) {
      string(label);
    }
    return u8(0);
  }

  Octets pointer(int offset) {
    return u16(0xc000 | offset);
  }

  int size() {
    return bytes.size();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
