package org.nxsight.analysis.dga.families;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash functions that families take their names from; every Java has them. */
final class Digests {
  private Digests() {}

  static MessageDigest md5() {
    return named("MD5");
  }

  static MessageDigest sha1() {
    return named("SHA-1");
  }

  static MessageDigest sha256() {
    return named("SHA-256");
  }

  /** The digest of a text's Latin-1 octets, in lower-case hexadecimal digits. */
  static String hex(MessageDigest digest, String text) {
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static MessageDigest named(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
