package org.nxsight.app;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The octets of a path as the file system has them, a character for each. A path's own text is what
 * the locale makes of them: under another one it is another text, or none at all. A URI has the
 * octets (RFC 3986, section 2.1), and so is the way to them and back.
 */
final class PathOctets {
  private PathOctets() {}

  /** The octets of an absolute path. */
  static String of(Path path) {
    String text = path.toString();
    if (isAscii(text)) {
      return text;
    }
    String uri = path.toUri().getRawPath(); // ends with a slash when it is a directory
    return unescaped(uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri);
  }

  /** The absolute path of these octets. */
  static Path path(String octets) {
    return isAscii(octets) ? Path.of(octets) : Path.of(URI.create("file://" + escaped(octets)));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String unescaped(String path) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      octets.write(c == '%' ? HexFormat.fromHexDigits(path, i + 1, i + 3) : c);
      i += c == '%' ? 2 : 0;
    }
    return octets.toString(StandardCharsets.ISO_8859_1);
  }

  private static String escaped(String octets) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < octets.length(); i++) {
      char c = octets.charAt(i);
      if (c == '/' || (c < 0x80 && Character.isLetterOrDigit(c))) {
        path.append(c);
      } else {
        path.append('%').append(HexFormat.of().toHexDigits((byte) c));
      }
    }
    return path.toString();
  }
}
