package org.nxsight.app.golden;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Octets put together for a test, in network byte order. */
final class Octets {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static Octets of() {
    return new Octets();
  }

  static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
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

  Octets raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /**
   * A name in presentation form, uncompressed: labels between dots, {@code \.} for a dot inside a
   * label and {@code \DDD} for any octet.
   */
  Octets name(String name) {
    Octets label = of();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        label(label);
        label = of();
      } else if (c != '\\') {
        label.u8(c);
      } else if (Character.isDigit(name.charAt(i + 1))) {
        label.u8(Integer.parseInt(name.substring(i + 1, i + 4)));
        i += 3;
      } else {
        label.u8(name.charAt(++i));
      }
    }
    if (label.size() > 0) {
      label(label);
    }
    return u8(0);
  }

  private void label(Octets label) {
    if (label.size() > 0) {
      u8(label.size()).raw(label.bytes());
    }
  }

  /** A length octet and the text. */
  Octets string(String text) {
    return u8(text.length()).raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  int size() {
    return bytes.size();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
