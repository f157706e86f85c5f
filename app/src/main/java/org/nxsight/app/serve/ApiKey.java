package org.nxsight.app.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The key that requests must carry in their header {@code X-Api-Key}. It is never shown. */
public final class ApiKey {
  /** The fewest characters: what is shorter can be guessed. */
  public static final int LEAST_CHARACTERS = 16;

  /** The most characters, so that a header with it fits. */
  public static final int MOST_CHARACTERS = 512;

  private final byte[] digest;

  private ApiKey(byte[] digest) {
    this.digest = digest;
  }

  /** A key, or null for text that can be none: too short, too long, or not printable ASCII. */
  public static @Nullable ApiKey of(String text) {
    boolean printable = text.chars().allMatch(c -> c > ' ' && c <= '~');
    return printable && text.length() >= LEAST_CHARACTERS && text.length() <= MOST_CHARACTERS
        ? new ApiKey(digest(text))
        : null;
  }

  /** The key that has this SHA-256, as hexadecimal digits. */
  static ApiKey ofDigest(String digits) {
    return new ApiKey(HexFormat.of().parseHex(digits));
  }

  /** Its SHA-256 as hexadecimal digits. */
  String digestText() {
    return HexFormat.of().formatHex(digest);
  }

  /** Whether this is the key; it takes as long to tell whatever the two have in common. */
  boolean is(@Nullable String given) {
    return MessageDigest.isEqual(digest, digest(given == null ? "" : given));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
